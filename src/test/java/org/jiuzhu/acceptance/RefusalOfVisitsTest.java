package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.visit.Visits.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Standing;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.VisitWindows.Stored;
import org.jiuzhu.visit.Visits;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** domain.md section 5. */
@JiuzhuTest
@Import(Visits.class)
class RefusalOfVisitsTest {

    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor GU = Actors.stationConsultant();

    @Autowired
    Homes homes;

    @Autowired
    People people;

    @Autowired
    Visits visits;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    @DisplayName("9. Refusal of visits")
    void refusalOfVisits() {
        Household home = homes.ofOne(Actors.POINT, "赵示例", "999999195003120026", "13900000001");
        visits.owe(home, LocalDate.of(2026, 7, 6), Tier.HIGH, Per.MONTH, 1);
        List<Map<String, Object>> categories = benefits();
        Stored july = visits.of(home).get(0);
        visits.start(july);
        desk.complete("conductVisit", LIN, refused("2026-07-06", "NO_NEED"));

        timers.fire("timer_windowEnd");
        assertThat(visits.state(july)).isEqualTo(DueState.ATTEMPTED);
        assertThat(desk.openKeys()).isEmpty();

        Stored august = visits.begins(home, LocalDate.of(2026, 8, 1));
        clock.set("2026-08-04T10:00:00");
        desk.complete("conductVisit", LIN, refused("2026-08-04", "RATHER_PHONE"));
        theStationAsks(home);

        assertThat(desk.openKeys()).as("visits are paused").isEmpty();
        clock.set("2026-09-01T00:00:00");
        assertThat(List.of(visits.state(july), visits.state(august)))
                .containsExactly(DueState.ATTEMPTED, DueState.CANCELLED);
        assertThat(benefits()).as("no benefit is touched").isEqualTo(categories);
    }

    private void theStationAsks(Household home) {
        desk.complete(
                "contactAfterRefusals",
                GU,
                Map.of(
                        "contactedOn", "2026-08-04",
                        "safetyConcern", "NO",
                        "answer", "OPT_OUT",
                        "competent", "YES",
                        "note", "本人说身体好，孩子常来，暂时不用走访。"));
        assertThat(desk.system(() -> people.get(home.headPersonId()).standing()))
                .isEqualTo(Standing.OPTED_OUT);
    }

    private List<Map<String, Object>> benefits() {
        return desk.system(() -> jdbc.queryForList("select * from benefit order by id"));
    }
}
