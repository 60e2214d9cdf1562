package org.jiuzhu.workflow.engine;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
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
    public List<DueJob> upcoming(int most) {
        return jdbc.query(
                """
                select j.duedate_, j.process_def_id_, d.act_id_ from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                where j.retries_ > 0 and j.suspension_state_ = 1 and j.duedate_ > ? order by j.duedate_ limit ?
                """,
                (row, n) -> new DueJob(
                        row.getTimestamp("duedate_").toInstant(),
                        row.getString("process_def_id_"),
                        row.getString("act_id_")),
                Timestamp.from(product.instant()),
                most);
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
