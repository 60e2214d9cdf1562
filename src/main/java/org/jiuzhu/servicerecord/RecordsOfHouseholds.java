package org.jiuzhu.servicerecord;

import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.household.HouseholdPapers;
import org.jiuzhu.shared.Words;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a household's page of the service records written about it, each in its latest version. */
@Component
@Order(1)
@Transactional(readOnly = true)
class RecordsOfHouseholds implements HouseholdPapers {

    private final JdbcTemplate jdbc;
    private final Words words;

    RecordsOfHouseholds(JdbcTemplate jdbc, Words words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    @Override
    public String kind() {
        return "records";
    }

    @Override
    public List<Paper> of(long householdId) {
        return jdbc.query(
                """
                select r.number, r.served_on, r.mode, r.author_name, r.withdrawn from service_record r
                join service_record_link l on l.number = r.number
                where l.household_id = ?
                  and not exists (select 1 from service_record n where n.supersedes_id = r.id)
                order by r.served_on desc, r.id desc limit 50
                """,
                (row, n) -> new Paper(
                        row.getString("number"),
                        "/records?number=" + row.getString("number"),
                        row.getObject("served_on", LocalDate.class),
                        words.say("servicerecord.mode." + row.getString("mode"))
                                + words.say("ui.dot")
                                + row.getString("author_name")
                                + (row.getBoolean("withdrawn") ? words.say("servicerecord.withdrawnMark") : "")),
                householdId);
    }
}
