package org.jiuzhu.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jiuzhu.JiuzhuApplication;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole product on a real PostgreSQL: the engine at history {@code activity}, jobs run only when a test fires them, visits start only with a round,
 * the clock stands where {@link TestClock} puts it, and every test begins with empty tables and the network of
 * {@code DemoNetwork}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = JiuzhuApplication.class,
        properties = {
            "jiuzhu.mode=test",
            "jiuzhu.database.embedded=false",
            "jiuzhu.history-level=activity",
            "jiuzhu.seed=false",
            "jiuzhu.visit.round.on-change=false",
            "camunda.bpm.job-execution.enabled=false"
        })
@AutoConfigureMockMvc
@ActiveProfiles("test")
@Import({
    TestDatabase.Connection.class,
    TestClock.class,
    Desk.class,
    Timers.class,
    TestNetwork.class,
    Homes.class,
    YunfanTown.class
})
@TestExecutionListeners(listeners = CleanTables.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface JiuzhuTest {}
