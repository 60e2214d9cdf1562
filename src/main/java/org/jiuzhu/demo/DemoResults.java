package org.jiuzhu.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.application.ApplicationResults;
import org.jiuzhu.application.Result;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The side that decides on applications: in the demo it grants what it is asked for. */
@Component
class DemoResults {

    private static final String WINDOW = "result-window";

    private final ApplicationResults results;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoResults(ApplicationResults results, JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.results = results;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Grants the accepted applications of a lead's case; false where none waits. */
    boolean grant(String leadNumber) {
        List<String> waiting = DataScope.system("demo")
                .call(() -> transaction.execute(status -> jdbc.queryForList(
                        """
                        select a.number from application a where a.status = 'ACCEPTED' and a.case_id in
                          (select case_id from case_lead where lead_id = (select id from lead where number = ?))
                        """,
                        String.class,
                        leadNumber)));
        for (String number : waiting) {
            results.receive(
                    WINDOW,
                    number,
                    new Result(Result.Kind.GRANTED, LocalDate.now(clock), "WS-" + number, null),
                    Actor.machine(WINDOW));
        }
        return !waiting.isEmpty();
    }
}
