package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.visit.Visits.met;
import static org.jiuzhu.visit.Visits.notGoing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.SupportMode;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.Span;
import org.jiuzhu.visit.VisitWindows.Stored;
import org.jiuzhu.visit.Visits;
import org.jiuzhu.visit.WindowSettled.As;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** domain.md section 5. */
@JiuzhuTest
@Import(Visits.class)
class HighRiskWindowOverNationalDayTest {

    @Autowired
    People people;

    @Autowired
    Households households;

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
    @DisplayName("1. High-risk window over National Day (SJ)")
    void highRiskWindowOverNationalDay() {
        clock.set("2026-09-03T09:00:00");
        Household home = destitute();
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
        assertThat(dueOf("explainMissedVisit")).isEqualTo(endOf("2026-10-08"));
        assertThat(timers.dueOf("timer_stationLeadTold")).isEqualTo(endOf("2026-10-13"));

        Stored october = opensOnItsOwn(home);
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

    private Household destitute() {
        return desk.system(() -> {
            PersonDetails details = new PersonDetails(
                    Set.of(AssistanceCategory.DESTITUTE),
                    SupportMode.DISPERSED,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    false,
                    null,
                    null);
            long person = people.register(
                            new NewPerson(Actors.POINT, "赵示例", "999999195003120026", null, null, null, details))
                    .id();
            return households.register(new NewHousehold(Actors.POINT, "松鹤路 1 弄", "2 号 301", person));
        });
    }

    private Stored opensOnItsOwn(Household home) {
        visits.open(LocalDate.of(2026, 10, 1));
        Stored october = visits.of(home).get(1);
        assertThat(october.window().span()).isEqualTo(new Span(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 11, 1)));
        visits.start(october);
        return october;
    }

    private Map<String, Object> onTheFirstWorkday() {
        clock.set("2026-10-08T10:00:00");
        return met("2026-10-08", "VISIT");
    }

    private Instant dueOf(String function) {
        return desk.<Timestamp>system(() -> jdbc.queryForObject(
                        "select due_at from work_item where task_key = ?", Timestamp.class, "userTask_" + function))
                .toInstant();
    }

    private static Instant endOf(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant();
    }

    private static Instant local(String at) {
        return LocalDateTime.parse(at).atZone(WorkCalendar.ZONE).toInstant();
    }
}
