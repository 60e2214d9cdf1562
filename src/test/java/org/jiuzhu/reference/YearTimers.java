package org.jiuzhu.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.Assertions;

/** Whether every timer of a visit waits for the moment that the almanac says, while the year goes by. */
final class YearTimers {

    private static final String WAITING =
            """
            select j.id_, d.act_id_, j.duedate_, w.per, w.start_on, w.end_on from act_ru_job j
            join act_ru_jobdef d on d.id_ = j.job_def_id_
            join act_ru_execution e on e.id_ = j.process_instance_id_
            join visit_window w on w.number = e.business_key_
            """;

    private final YearTown town;
    private final Set<String> checked = new HashSet<>();

    YearTimers(YearTown town) {
        this.town = town;
    }

    /** How many were looked at. */
    int checked() {
        return checked.size();
    }

    void check() {
        town.system(() -> {
            town.jdbc().query(WAITING, row -> {
                if (checked.add(row.getString("id_"))) {
                    Instant expected = Reminders.expected(
                            row.getString("act_id_"),
                            Unit.valueOf(row.getString("per")),
                            row.getObject("start_on", LocalDate.class).toEpochDay(),
                            row.getObject("end_on", LocalDate.class).toEpochDay());
                    Assertions.assertThat(row.getTimestamp("duedate_").toInstant())
                            .as(
                                    "%s of the %s to %s",
                                    row.getString("act_id_"), row.getString("start_on"), row.getString("end_on"))
                            .isEqualTo(expected);
                }
            });
            return true;
        });
    }
}
