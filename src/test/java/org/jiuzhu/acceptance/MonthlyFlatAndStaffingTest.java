package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.visit.Visits.met;

import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.network.Consultant.Filing;
import org.jiuzhu.network.Register;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.support.YunfanTown;
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
class MonthlyFlatAndStaffingTest {

    private static final LocalDate LAST_WORKDAY = LocalDate.of(2026, 2, 28);

    @Autowired
    Homes homes;

    @Autowired
    Register register;

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
    @DisplayName("2. Monthly flat and staffing (CS)")
    void monthlyFlatAndStaffing() {
        clock.set("2026-02-02T09:00:00");
        Stored february = visits.of(homes.ofDisabled(YunfanTown.POINT, "李虚构", "999999196608150054"))
                .get(0);
        assertThat(february.tier()).isEqualTo(Tier.FLAT);
        assertThat(february.window().span().end()).isEqualTo(LocalDate.of(2026, 3, 1));

        visits.start(february);
        assertThat(timers.dueOf("timer_visitReminder"))
                .isEqualTo(LocalDate.of(2026, 2, 24)
                        .atTime(9, 0)
                        .atZone(WorkCalendar.ZONE)
                        .toInstant());
        clock.set("2026-02-28T09:30:00");
        String visit = desk.task("conductVisit");
        desk.claim(visit, YunfanTown.CONSULTANT);

        leaves("you.shitian");
        assertThat(desk.groupsOf("restoreStaffing")).containsExactly("stationLead:" + YunfanTown.STREET);
        assertThat(desk.<List<Integer>>system(() -> jdbc.query(
                                "select filed, minimum from staffing_alert",
                                (row, n) -> List.of(row.getInt("filed"), row.getInt("minimum")))
                        .get(0)))
                .containsExactly(1, 2);
        assertThat(desk.groupsOf("conductVisit")).containsExactly("pointConsultant:" + YunfanTown.POINT);

        desk.completeTask(visit, YunfanTown.POINT_HEAD, met(LAST_WORKDAY.toString(), "VISIT"));
        assertThat(visits.state(february)).isEqualTo(DueState.MET);
        clock.set("2026-03-01T00:00:00");
        assertThat(visits.state(february)).isEqualTo(DueState.MET);
    }

    private void leaves(String username) {
        desk.system(() -> {
            register.setFiling(username, Filing.WITHDRAWN, LAST_WORKDAY);
            return true;
        });
    }
}
