package org.jiuzhu.demo;

import java.time.Clock;
import java.time.LocalDate;
import org.jiuzhu.access.AccessScope;
import org.jiuzhu.changereport.ChangeIntake;
import org.jiuzhu.changereport.NewChangeReport;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One change of the demo that a neighbour has told of and nobody has looked at. */
@Component
class DemoChanges {

    private final ChangeIntake intake;
    private final DemoPeople people;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoChanges(
            ChangeIntake intake, DemoPeople people, JdbcTemplate jdbc, TransactionTemplate transaction, Clock clock) {
        this.intake = intake;
        this.people = people;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    void report() {
        Actor lin = DataScope.system("demo").call(() -> transaction.execute(status -> people.named("lin.shiyong")));
        AccessScope.of(lin)
                .run(() -> transaction.executeWithoutResult(status -> {
                    Long person = jdbc.queryForObject(
                            "select head_person_id from household where point_code = ? order by number desc limit 1",
                            Long.class,
                            DemoNetwork.HEMING);
                    intake.fromConsultant(
                            new NewChangeReport(
                                    "demo-change",
                                    person,
                                    null,
                                    null,
                                    null,
                                    null,
                                    ChangeKind.ACCIDENT,
                                    LocalDate.now(clock).minusDays(2),
                                    "邻居说前天下楼时摔了一跤，手臂骨折，这几天自己做不了饭。",
                                    true),
                            lin);
                }));
    }
}
