package org.jiuzhu.demo;

import java.time.Clock;
import java.time.LocalDate;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.JiuzhuProperties;
import org.jiuzhu.shared.Mode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills an empty database with the demo district on the first start; every later start only restores the clock. */
@Component
@ConditionalOnProperty(name = "jiuzhu.mode", havingValue = "demo")
class DemoDistrict implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoDistrict.class);

    private final JiuzhuProperties properties;
    private final DemoNetwork network;
    private final DemoLibraries libraries;
    private final DemoCases cases;
    private final DemoClock demoClock;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoDistrict(
            JiuzhuProperties properties,
            DemoNetwork network,
            DemoLibraries libraries,
            DemoCases cases,
            DemoClock demoClock,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.properties = properties;
        this.network = network;
        this.libraries = libraries;
        this.cases = cases;
        this.demoClock = demoClock;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        demoClock.restore();
        if (!properties.seed() || properties.mode() != Mode.DEMO || isSeeded()) {
            return;
        }
        log.info("First start: seeding the demo district");
        DataScope.system("demo")
                .run(() -> transaction.executeWithoutResult(status -> {
                    network.seed();
                    libraries.seed(LocalDate.now(clock));
                }));
        cases.seed();
        log.info("The demo district is ready");
    }

    private boolean isSeeded() {
        return DataScope.system("demo")
                .call(() -> transaction.execute(
                        status -> jdbc.queryForObject("select count(*) from assistance_case", Long.class) > 0));
    }
}
