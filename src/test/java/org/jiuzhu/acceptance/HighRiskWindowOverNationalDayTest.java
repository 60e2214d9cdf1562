package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.visit.Visits.met;
import static org.jiuzhu.visit.Visits.notGoing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.household.Household;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.VisitWindows.Stored;
import org.jiuzhu.visit.Visits;
import org.jiuzhu.visit.WindowSettled.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** domain.md section 5. */
@JiuzhuTest
@Import(Visits.class)
class HighRiskWindowOverNationalDayTest {

    @Autowired
    Homes homes;

    @Autowired
    Visits visits;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Test
    @DisplayName("1. High-risk window over National Day (SJ)")
    void highRiskWindowOverNationalDay() {
        clock.set("2026-09-03T09:00:00");
        Household home = homes.ofDestitute(Actors.POINT, "赵示例", "999999195003120026");
        Stored september = visits.of(home).get(0);
        assertThat(september.tier()).isEqualTo(Tier.HIGH);
        assertThat(september.window().span()).isEqualTo(new Span(LocalDate.of(2026, 9, 1), LocalDate.of(2026, 10, 1)));
        assertThat(september.window().duty().per()).isEqualTo(Per.MONTH);

        visits.start(september);
        assertThat(timers.dueOf("timer_visitReminder")).isEqualTo(local("2026-09-23T09:00"));
        timers.fire("timer_visitReminder");

        assertThat(timers.dueOf("timer_windowEnd")).isEqualTo(local("2026-10-01T00:00"));
        clock.set("2026-10-01T00:00:00");
        assertThat(visits.state(september)).isEqualTo(DueState.MISSED);
        timers.fire("timer_windowEnd");
        assertThat(desk.dueOf("explainMissedVisit")).isEqualTo(endOf("2026-10-08"));
        assertThat(timers.dueOf("timer_stationLeadTold")).isEqualTo(endOf("2026-10-13"));

        Stored october = visits.begins(home, LocalDate.of(2026, 10, 1));
        assertThat(october.window().span()).isEqualTo(new Span(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1)));
        desk.completeTask(visits.taskOf(october, "conductVisit"), Actors.pointConsultant(), onTheFirstWorkday());
        assertThat(visits.state(october)).isEqualTo(DueState.MET);
        assertThat(visits.settledAs(september)).isEqualTo(As.MADE_UP);

        timers.fire("timer_stationLeadTold");
        assertThat(timers.dueOf("timer_supervisorTold")).isEqualTo(endOf("2026-10-20"));
        desk.complete("explainMissedVisit", Actors.pointLead(), notGoing());
        assertThat(desk.openKeys()).isEmpty();
        assertThat(List.of(visits.state(september), visits.state(october)))
                .containsExactly(DueState.MISSED, DueState.MET);
    }

    private Map<String, Object> onTheFirstWorkday() {
        clock.set("2026-10-08T10:00:00");
        return met("2026-10-08", "VISIT");
    }

    private static Instant endOf(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    private static Instant local(String at) {
        return LocalDateTime.parse(at).atZone(WorkCalendar.ZONE).toInstant();
    }
}
