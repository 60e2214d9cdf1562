package org.jiuzhu.lead;

import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.household.HouseholdPapers;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.Words;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a household's page of the leads about it. */
@Component
@Order(2)
@Transactional(readOnly = true)
class LeadsOfHouseholds implements HouseholdPapers {

    private final JdbcTemplate jdbc;
    private final Words words;

    LeadsOfHouseholds(JdbcTemplate jdbc, Words words) {
        this.jdbc = jdbc;
        this.words = words;
    }

    @Override
    public String kind() {
        return "leads";
    }

    @Override
    public List<Paper> of(long householdId) {
        return jdbc.query(
                "select number, received_at, source from lead where household_id = ? order by id desc limit 50",
                (row, n) -> new Paper(
                        row.getString("number"),
                        "/leads/" + row.getString("number"),
                        LocalDate.ofInstant(row.getTimestamp("received_at").toInstant(), ProductClock.ZONE),
                        words.say("lead.source." + row.getString("source"))),
                householdId);
    }
}
