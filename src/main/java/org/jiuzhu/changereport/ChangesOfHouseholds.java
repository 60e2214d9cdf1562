package org.jiuzhu.changereport;

import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.household.HouseholdPapers;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.Words;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells a household's page of the changes reported about it. */
@Component
@Order(3)
@Transactional(readOnly = true)
class ChangesOfHouseholds implements HouseholdPapers {

    private final ChangeReportRows rows;
    private final Words words;

    ChangesOfHouseholds(ChangeReportRows rows, Words words) {
        this.rows = rows;
        this.words = words;
    }

    @Override
    public String kind() {
        return "changes";
    }

    @Override
    public List<Paper> of(long householdId) {
        return rows.findByHouseholdIdOrderByIdDesc(householdId).stream()
                .map(report -> new Paper(
                        report.number(),
                        "/changes/" + report.number(),
                        LocalDate.ofInstant(report.reportedAt(), ProductClock.ZONE),
                        words.say("person.change." + report.kind())
                                + words.say("ui.dot")
                                + words.say("changereport.state." + report.state())))
                .toList();
    }
}
