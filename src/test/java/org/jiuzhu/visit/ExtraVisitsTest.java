package org.jiuzhu.visit;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.MajorChanges;
import org.jiuzhu.household.NewMajorChange;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Standing;
import org.jiuzhu.household.Standings;
import org.jiuzhu.lifeevent.DeathReport.Source;
import org.jiuzhu.lifeevent.Deaths;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A visit beside the plan: after an alert, and when somebody who opted out is asked again. */
@JiuzhuTest
@RecordApplicationEvents
class ExtraVisitsTest {

    @Autowired
    MajorChanges changes;

    @Autowired
    People people;

    @Autowired
    Standings standings;

    @Autowired
    Deaths deaths;

    @Autowired
    VisitPlans plans;

    @Autowired
    PlanReviews reviews;

    @Autowired
    Homes homes;

    @Autowired
    Desk desk;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    long person;

    @BeforeEach
    void live() {
        clock.set("2026-07-06T10:00:00");
        Household home = homes.ofOne(Actors.OTHER_POINT, "甄模拟", "999999196608150054", "13800000054");
        person = home.headPersonId();
    }

    @Test
    void anAlertOwesAVisitByTheNextWorkdayAndAnOrdinaryChangeNone() {
        change("2026-07-05", ChangeKind.ACCIDENT, false);
        assertThat(extras()).isEmpty();

        clock.set("2026-07-10T16:00:00");
        change("2026-07-10", ChangeKind.SERIOUS_ILLNESS, true);

        assertThat(extras()).singleElement().satisfies(extra -> assertThat(extra)
                .containsEntry("extra", "CHANGE")
                .containsEntry("owed_from", parse("2026-07-10"))
                .as("Monday is the next workday after Friday")
                .containsEntry("end_on", parse("2026-07-14"))
                .containsEntry("channels", "HOME_PHONE_VIDEO")
                .containsEntry("tier", "HIGH"));
    }

    @Test
    void aSecondAlertWhileTheVisitIsOpenOwesNoSecondOne() {
        change("2026-07-06", ChangeKind.SERIOUS_ILLNESS, true);
        change("2026-07-06", ChangeKind.ACCIDENT, true);
        assertThat(extras()).hasSize(1);

        clock.set("2026-07-20T10:00:00");
        change("2026-07-20", ChangeKind.SUDDEN_EVENT, true);
        assertThat(extras()).hasSize(2);
    }

    @Test
    void whoeverWasMetTheSameDayIsVisitedTheNextOne() {
        desk.system(() -> jdbc.update(
                """
                insert into visit_contact (person_id, record_number, on_day, mode, outcome, recorded_at, recorded_by, by_name,
                    district_code, street_code, point_code)
                select id, 'FW-1', '2026-07-06', 'VISIT', 'DONE', now(), 'test', 'test', district_code, street_code, point_code
                from person where id = ?
                """,
                person));
        change("2026-07-06", ChangeKind.SERIOUS_ILLNESS, true);

        assertThat(extras()).singleElement().satisfies(extra -> assertThat(extra)
                .containsEntry("start_on", parse("2026-07-07"))
                .containsEntry("end_on", parse("2026-07-08")));
    }

    @Test
    void aDeathCancelsItAndAFalseReportBringsItBack(ApplicationEvents events) {
        clock.set("2026-07-07T10:00:00");
        change("2026-07-06", ChangeKind.SERIOUS_ILLNESS, true);
        clock.set("2026-07-08T10:00:00");
        long report = desk.system(
                () -> deaths.report(person, parse("2026-07-06"), Source.HOSPITAL, null, null, Actors.pointConsultant())
                        .id());
        assertThat(extras()).singleElement().satisfies(extra -> assertThat(extra)
                .containsEntry("settled_as", "CANCELLED")
                .containsEntry("close_reason", "DEATH"));
        assertThat(events.stream(WindowSettled.class).map(WindowSettled::as))
                .as("the plan's windows and this one")
                .containsOnly(WindowSettled.As.SUPERSEDED, WindowSettled.As.CANCELLED)
                .hasSize(3);

        desk.system(() -> {
            deaths.takeBack(report, "医院弄错了人", Actors.stationLead());
            return true;
        });
        assertThat(extras()).singleElement().satisfies(extra -> assertThat(extra)
                .containsEntry("settled_as", null)
                .containsEntry("closed_on", null));
    }

    @Test
    void whoeverOptsOutOwesNothingIsAskedAgainEachHalfYearAndIsVisitedAgainOnceItIsWanted() {
        optOut();
        assertThat(planWindows()).containsExactly("HALF_YEAR 2026-07-01 CANCELLED OPTED_OUT");
        assertThat(plan()).isEqualTo("NONE 2027-01-06 REOFFER");

        clock.set("2026-09-01T10:00:00");
        change("2026-08-31", ChangeKind.ACCIDENT, false);
        assertThat(plan()).as("what happens meanwhile does not put it off").isEqualTo("NONE 2027-01-06 REOFFER");

        clock.set("2027-01-06T00:10:00");
        assertThat(review("2027-01-06")).isOne();
        assertThat(extras()).singleElement().satisfies(extra -> assertThat(extra)
                .containsEntry("extra", "REOFFER")
                .containsEntry("owed_from", parse("2027-01-06"))
                .containsEntry("end_on", parse("2027-01-21")));
        assertThat(plan()).isEqualTo("NONE 2027-07-06 REOFFER");

        clock.set("2027-01-08T10:00:00");
        desk.system(() -> {
            standings.wantsVisitsAgain(person);
            standings.wantsVisitsAgain(person);
            return true;
        });
        assertThat(planWindows())
                .containsExactly("HALF_YEAR 2026-07-01 CANCELLED OPTED_OUT", "MONTH 2027-01-01 null null");
        assertThat(plan()).isEqualTo("HIGH 2027-03-01 EVENT_OVER");
    }

    @Test
    void whoeverWantedNoVisitsStillWantsNoneAfterAFalseReportOfTheirDeath() {
        optOut();
        clock.set("2026-08-03T10:00:00");
        long report = desk.system(
                () -> deaths.report(person, parse("2026-08-03"), Source.HOSPITAL, null, null, Actors.pointConsultant())
                        .id());
        clock.set("2026-08-05T10:00:00");
        desk.system(() -> {
            deaths.takeBack(report, "医院弄错了人", Actors.stationLead());
            return true;
        });

        assertThat(desk.system(() -> people.get(person)).standing()).isEqualTo(Standing.OPTED_OUT);
        assertThat(planWindows()).containsExactly("HALF_YEAR 2026-07-01 CANCELLED OPTED_OUT");
    }

    @Test
    void aWorryForThePersonsSafetyOverridesAnOptOut() {
        optOut();
        clock.set("2026-07-07T10:00:00");
        change("2026-07-07", ChangeKind.SUDDEN_EVENT, true);

        assertThat(extras()).singleElement().satisfies(extra -> assertThat(extra)
                .containsEntry("extra", "CHANGE"));
        assertThat(desk.system(() -> plans.stepsOf(person))).hasSize(2);
    }

    private void optOut() {
        desk.system(() -> {
            standings.optsOut(person);
            return true;
        });
    }

    private void change(String day, ChangeKind kind, boolean alert) {
        desk.system(() -> changes.record(
                person, new NewMajorChange(kind, parse(day), null, null, alert, null), Actor.machine("test")));
    }

    private int review(String day) {
        return DataScope.system("test").call(() -> reviews.reviewChunk(LocalDate.parse(day), 10));
    }

    private List<Map<String, Object>> extras() {
        return desk.system(() -> jdbc.query(
                "select * from visit_window where person_id = ? and extra is not null order by id",
                (row, n) -> {
                    Map<String, Object> extra = new HashMap<>();
                    for (String column : List.of("extra", "channels", "tier", "settled_as", "close_reason")) {
                        extra.put(column, row.getString(column));
                    }
                    for (String column : List.of("start_on", "end_on", "owed_from", "closed_on")) {
                        extra.put(column, row.getObject(column, LocalDate.class));
                    }
                    return extra;
                },
                person));
    }

    private List<String> planWindows() {
        return desk.system(() -> jdbc.queryForList(
                """
                select concat_ws(' ', per, start_on, coalesce(close_kind, 'null'), coalesce(close_reason, 'null'))
                from visit_window where person_id = ? and extra is null order by start_on, id
                """,
                String.class,
                person));
    }

    private String plan() {
        return desk.system(() -> jdbc.queryForObject(
                "select concat_ws(' ', tier, review_on, review_why) from visit_plan where person_id = ?",
                String.class,
                person));
    }
}
