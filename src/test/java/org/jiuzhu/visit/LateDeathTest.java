package org.jiuzhu.visit;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jiuzhu.calendar.DueState;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewHousehold.NewMember;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.Relation;
import org.jiuzhu.household.Standings;
import org.jiuzhu.lifeevent.DeathReport.Source;
import org.jiuzhu.lifeevent.Deaths;
import org.jiuzhu.network.Network;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.servicerecord.Sheets;
import org.jiuzhu.shared.Sex;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody is visited monthly since 6 July 2026, and died on 10 August; on 20 September the point hears of it. */
@JiuzhuTest
class LateDeathTest {

    private static final LocalDate DEATH = parse("2026-08-10");
    private static final YearMonth AUGUST = YearMonth.of(2026, 8);
    private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Standings standings;

    @Autowired
    Deaths deaths;

    @Autowired
    VisitPlans plans;

    @Autowired
    PersonVisits visits;

    @Autowired
    VisitLedger ledger;

    @Autowired
    VisitReports reports;

    @Autowired
    Network network;

    @Autowired
    Desk desk;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    long old;

    @BeforeEach
    void threeMonths() {
        clock.set("2026-07-06T10:00:00");
        old = register(DemoNetwork.YUNDONG);
        clock.set("2026-08-20T10:00:00");
    }

    @Test
    void theMonthOfTheDeathIsCancelledTheNextWasNeverOwedAndTheOneBeforeStaysMissed() {
        september();
        assertThat(rows()).containsExactly("2026-07-01 owed", "2026-08-01 owed", "2026-09-01 owed");

        report();

        assertThat(rows())
                .containsExactly(
                        "2026-07-01 owed",
                        "2026-08-01 CANCELLED DEATH 2026-08-10",
                        "2026-09-01 CANCELLED DEATH 2026-09-01");
        assertThat(states(YearMonth.of(2026, 7), "2026-09-20")).containsExactly(DueState.MISSED);
        assertThat(states(AUGUST, "2026-09-20")).containsExactly(DueState.CANCELLED);
        assertThat(states(SEPTEMBER, "2026-09-20")).isEmpty();
        assertThat(desk.system(() -> visits.windows(old, parse("2026-01-01"), parse("2027-01-01"), 9)))
                .as("what was never owed stands in no list")
                .extracting(window -> window.window().span().start())
                .containsExactly(parse("2026-08-01"), parse("2026-07-01"));
    }

    @Test
    void theLedgerOfADayBeforeItWasToldSaysWhatItSaidThen() {
        september();
        report();

        assertThat(states(AUGUST, "2026-09-19")).containsExactly(DueState.MISSED);
        assertThat(states(SEPTEMBER, "2026-09-19")).hasSize(1).doesNotContain(DueState.CANCELLED);
    }

    @Test
    void aFalseReportGivesBackTheMonthsAndTheirMisses() {
        september();
        long report = report();
        clock.set("2026-09-22T10:00:00");
        desk.system(() -> {
            deaths.takeBack(report, "医院弄错了人", Actors.stationLead());
            return true;
        });

        assertThat(rows()).containsExactly("2026-07-01 owed", "2026-08-01 owed", "2026-09-01 owed");
        assertThat(states(AUGUST, "2026-09-22")).containsExactly(DueState.MISSED);
        assertThat(states(AUGUST, "2026-09-21"))
                .as("two days long nobody knew better")
                .containsExactly(DueState.CANCELLED);
    }

    @Test
    void whoIsSaidToHaveBeenSeenAfterTheDeathWasNotUnlessTheReportIsFalse() {
        desk.system(() -> reports.report(
                VisitReport.of(
                        UUID.randomUUID(),
                        List.of(Told.met(old, Finding.NO_CHANGE)),
                        Sheets.on(parse("2026-08-15")),
                        null),
                Actors.pointConsultant()));
        september();
        assertThat(august()).isEqualTo("MET 1");

        long report = report();
        assertThat(august()).isEqualTo("CANCELLED 0");

        desk.system(() -> {
            deaths.takeBack(report, "医院弄错了人", Actors.stationLead());
            return true;
        });
        assertThat(august()).isEqualTo("MET 1");
    }

    private String august() {
        return desk.system(() -> jdbc.queryForObject(
                "select settled_as || ' ' || done from visit_window where start_on = '2026-08-01'", String.class));
    }

    @Test
    void whatWasToldOfTheDaysAfterTheDeathHoldsNoMoreUnlessTheReportIsFalse() {
        desk.system(() -> {
            standings.optsOut(old);
            return true;
        });
        clock.set("2026-08-25T10:00:00");
        desk.system(() -> {
            standings.wantsVisitsAgain(old);
            return true;
        });
        september();
        List<String> before = rows();
        assertThat(before)
                .containsExactly("2026-07-01 owed", "2026-08-01 CANCELLED OPTED_OUT 2026-08-20", "2026-09-01 owed");

        long report = report();
        assertThat(rows())
                .containsExactly(
                        "2026-07-01 owed",
                        "2026-08-01 CANCELLED DEATH 2026-08-10",
                        "2026-09-01 CANCELLED DEATH 2026-09-01");

        desk.system(() -> {
            deaths.takeBack(report, "医院弄错了人", Actors.stationLead());
            return true;
        });
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void whoEntersAndRisesOnOneDayWasNeverOwedTheLongerPeriod() {
        long other = register(DemoNetwork.HEMING);
        desk.system(() -> {
            people.recordChange(other, ChangeKind.ACCIDENT, parse("2026-08-19"), null);
            return true;
        });

        assertThat(desk.system(() -> visits.windows(other, parse("2026-01-01"), parse("2027-01-01"), 9)))
                .extracting(window -> window.window().duty().per())
                .containsExactly(Per.MONTH);
    }

    private void september() {
        clock.set("2026-09-20T10:00:00");
        plans.followAnew(List.of(old));
    }

    private long register(String point) {
        return desk.system(() -> {
            long head = people.register(new NewPerson(
                            point,
                            "甄模拟",
                            null,
                            null,
                            Sex.FEMALE,
                            parse("1966-08-15"),
                            PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN))))
                    .id();
            households.register(
                    new NewHousehold(point, "云东路 1 弄", "2 号", List.of(new NewMember(head, Relation.HEAD, true))));
            return head;
        });
    }

    private long report() {
        return desk.system(() -> deaths.report(old, DEATH, Source.HOSPITAL, null, null, Actors.pointConsultant())
                .id());
    }

    private List<String> rows() {
        return desk.system(() -> jdbc.queryForList(
                """
                select concat_ws(' ', start_on, coalesce(close_kind, 'owed'), close_reason, closed_on) from visit_window
                where person_id = ? order by start_on
                """,
                String.class,
                old));
    }

    private List<DueState> states(YearMonth month, String asOf) {
        return desk.system(() -> ledger.of(network.place(DemoNetwork.YUNDONG), month, parse(asOf)).lines().stream()
                .map(line -> line.state().state())
                .toList());
    }
}
