package org.jiuzhu.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jiuzhu.JiuzhuApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The product as a newcomer starts it: mode demo, a port, the engine at production's history level. Every test begins on a Monday morning with the demo street's 25 households and without a case.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = JiuzhuApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "jiuzhu.mode=demo",
            "jiuzhu.database.embedded=false",
            "jiuzhu.seed=false",
            "jiuzhu.visit.round.on-change=false"
        })
@Import({TestDatabase.Connection.class, TestClock.class, Desk.class, Town.class})
@TestExecutionListeners(listeners = FreshTown.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface RunningProduct {}
