package org.jiuzhu.workflow.engine;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.workflow.EngineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class MovableEngineClock implements EngineClock {

    private static final Logger log = LoggerFactory.getLogger(MovableEngineClock.class);

    private final ProductClock product;
    private final ManagementService management;
    private final JdbcTemplate jdbc;

    MovableEngineClock(ProductClock product, @Lazy ManagementService management, JdbcTemplate jdbc) {
        this.product = product;
        this.management = management;
        this.jdbc = jdbc;
    }

    @Override
    public void setOffset(Duration offset) {
        product.setOffset(offset);
        ClockUtil.offset(offset.toMillis());
    }

    @Override
    public Optional<Instant> nextDue() {
        Timestamp next = jdbc.queryForObject(
                "select min(duedate_) from act_ru_job where retries_ > 0 and suspension_state_ = 1 and duedate_ > ?",
                Timestamp.class,
                Timestamp.from(product.instant()));
        return Optional.ofNullable(next).map(Timestamp::toInstant);
    }

    @Override
    public int runDueJobs() {
        int done = 0;
        List<Job> due = due();
        while (!due.isEmpty()) {
            int before = done;
            for (Job job : due) {
                if (run(job.getId())) {
                    done++;
                }
            }
            if (done == before) {
                return done;
            }
            due = due();
        }
        return done;
    }

    private List<Job> due() {
        return management
                .createJobQuery()
                .executable()
                .withRetriesLeft()
                .orderByJobDuedate()
                .asc()
                .listPage(0, 200);
    }

    private boolean run(String jobId) {
        try {
            DataScope.system("clock").run(() -> management.executeJob(jobId));
            return true;
        } catch (RuntimeException failed) {
            // The engine has counted the retry; the job executor, or the next step, tries again.
            log.warn("Job {} failed while the clock moved", jobId, failed);
            return false;
        }
    }
}
