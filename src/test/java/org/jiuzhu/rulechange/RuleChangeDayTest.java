package org.jiuzhu.rulechange;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.People;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.VisitRounds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Midnight of a change's day: whether the round or the recompute comes first, everybody owes the same afterwards. */
@JiuzhuTest
@Import(ChangeOffice.class)
class RuleChangeDayTest {

    @Autowired
    RepositoryService repository;

    @Autowired
    ChangeOffice office;

    @Autowired
    RuleChanges changes;

    @Autowired
    VisitRounds rounds;

    @Autowired
    People people;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void takeTheTablesBack() {
        office.takeTheTablesBack();
    }

    @ParameterizedTest(name = "the round first: {0}")
    @ValueSource(booleans = {false, true})
    void onTheFirstDayOfAMonthAllOfItIsOwedByTheNewCount(boolean roundFirst) {
        long person = office.recipient(DemoNetwork.YUNDONG);
        theDay("2026-09-01", office.cadence("chuansha", twice(), parse("2026-09-01"), false), roundFirst);

        assertThat(inForce(person)).containsExactly("MONTH 2026-07-06 1", "MONTH 2026-08-01 1", "MONTH 2026-09-01 2");
        everyWindowInForceHasOneVisit();
    }

    @ParameterizedTest(name = "the round first: {0}")
    @ValueSource(booleans = {false, true})
    void onAMondayTheMonthIsFinishedAndWeeksFollowIt(boolean roundFirst) {
        long person = office.recipient(DemoNetwork.YUNDONG);
        theDay("2026-08-10", office.cadence("chuansha", weekly(), parse("2026-08-10"), false), roundFirst);

        assertThat(inForce(person)).containsExactly("MONTH 2026-07-06 1", "MONTH 2026-08-01 1");
        assertThat(owed(person)).containsExactly("WEEK 2026-09-01");
        everyWindowInForceHasOneVisit();
    }

    @ParameterizedTest(name = "the round first: {0}")
    @ValueSource(booleans = {false, true})
    void atOnceTheWeekBeginsThatMondayAndTheMonthGivesWay(boolean roundFirst) {
        long person = office.recipient(DemoNetwork.YUNDONG);
        theDay("2026-08-10", office.cadence("chuansha", weekly(), parse("2026-08-10"), true), roundFirst);

        assertThat(inForce(person)).containsExactly("MONTH 2026-07-06 1", "WEEK 2026-08-10 1");
        assertThat(owed(person)).containsExactly("WEEK 2026-08-17");
        everyWindowInForceHasOneVisit();
    }

    @ParameterizedTest(name = "the round first: {0}")
    @ValueSource(booleans = {false, true})
    void atOnceOnTheFirstDayOfAMonthNothingIsLeftOfTheOldCount(boolean roundFirst) {
        long person = office.recipient(DemoNetwork.YUNDONG);
        theDay("2026-09-01", office.cadence("chuansha", twice(), parse("2026-09-01"), true), roundFirst);

        assertThat(inForce(person)).containsExactly("MONTH 2026-07-06 1", "MONTH 2026-08-01 1", "MONTH 2026-09-01 2");
        everyWindowInForceHasOneVisit();
    }

    private void theDay(String day, NewRuleChange asked, boolean roundFirst) {
        office.order(asked);
        aRound();
        clock.set("2026-08-01T00:00:00");
        aRound();
        clock.set(day + "T00:00:00");
        if (roundFirst) {
            aRound();
        }
        timers.fire("timer_effectiveDay");
        timers.runAsync();
        // Plans that changed ask for a round of their own.
        aRound();
    }

    private void aRound() {
        desk.system(() -> {
            rounds.request(VisitRounds.Kind.HAND, ChangeOffice.DISTRICT);
            return true;
        });
        timers.runAsync();
    }

    /** Of those that last on that day. */
    private void everyWindowInForceHasOneVisit() {
        assertThat(office.texts(
                        """
                        select per || ' ' || owed_from || ' ' || (select count(*) from act_ru_execution e
                          where e.business_key_ = w.number and e.parent_id_ is null)
                        from visit_window w where closed_on is null and end_on > ?
                        """,
                        LocalDate.ofInstant(clock.now(), ProductClock.ZONE)))
                .isNotEmpty()
                .allMatch(window -> window.endsWith(" 1"));
        assertThat(
                        office.texts(
                                """
                        select number from visit_window w where closed_on is not null and exists (
                          select 1 from act_ru_execution e where e.business_key_ = w.number)
                        """))
                .as("visits of windows that gave way")
                .isEmpty();
    }

    private static UnaryOperator<Duty> twice() {
        return duty -> new Duty(duty.per(), 2, duty.channels(), duty.distinctDays(), duty.daysAhead());
    }

    private static UnaryOperator<Duty> weekly() {
        return duty -> new Duty(Per.WEEK, 1, duty.channels(), duty.distinctDays(), duty.daysAhead());
    }

    /** What is or was owed, without what gave way. */
    private List<String> inForce(long person) {
        return office.texts(
                """
                select per || ' ' || owed_from || ' ' || required from visit_window
                where person_id = ? and closed_on is null order by owed_from
                """,
                person);
    }

    private List<String> owed(long person) {
        return office.texts("select per || ' ' || from_on from visit_owed where person_id = ?", person);
    }
}
