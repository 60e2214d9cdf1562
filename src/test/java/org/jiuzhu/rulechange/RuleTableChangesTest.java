package org.jiuzhu.rulechange;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.NewMajorChange;
import org.jiuzhu.household.People;
import org.jiuzhu.rulechange.CaseRuleRow.Rule;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rulechange.RuleChange.State;
import org.jiuzhu.rulechange.TierRow.Answer;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadences;
import org.jiuzhu.rules.VisitTiers;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.jiuzhu.visit.Forecast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** Who falls into which tier, and what else windows depend on, changed as the cadence is. Today is Monday 2026-07-06. */
@JiuzhuTest
@Import(ChangeOffice.class)
class RuleTableChangesTest {

    private static final LocalDate DAY = parse("2026-08-10");
    private static final String IN_DATABASE = "tiered-inDatabase";

    @Autowired
    RepositoryService repository;

    @Autowired
    ChangeOffice office;

    @Autowired
    RuleChanges changes;

    @Autowired
    RulePreviews previews;

    @Autowired
    VisitCadences cadences;

    @Autowired
    VisitTiers tiers;

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

    @Test
    void whoeverARowAnswersIsInItsNewTierFromItsDayOn() {
        long inside = office.recipient(DemoNetwork.HEMING);
        long elsewhere = office.recipient(DemoNetwork.YUNDONG);
        NewRuleChange asked = tier(IN_DATABASE, row -> row.with(row.facts(), Tier.KEY), false);

        Forecast forecast = office.whole(asked);
        assertThat(forecast.people()).isOne();
        assertThat(forecast.openWindows()).isOne();
        assertThat(forecast.points()).singleElement().satisfies(load -> {
            assertThat(load.before()).isCloseTo(2 * 7 / 365.25, within(1e-9));
            assertThat(load.after()).isCloseTo(4 * 7 / 365.25, within(1e-9));
        });
        assertThat(office.people(asked, 0, 9)).singleElement().satisfies(change -> {
            assertThat(change.personId()).isEqualTo(inside);
            assertThat(change.before().tier()).isEqualTo(Tier.GENERAL);
            assertThat(change.after().tier()).isEqualTo(Tier.KEY);
            assertThat(change.from()).isEqualTo(parse("2027-01-01"));
        });

        RuleChange done = carriedOut(asked);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(lastStep(inside)).startsWith("2026-08-10 RULES KEY inDatabase visit-tier:" + done.version());
        assertThat(windows(inside)).as("finished as it was opened").containsExactly("2026-07-06 HALF_YEAR open");
        assertThat(owed(inside)).isEqualTo("QUARTER from 2027-01-01");
        assertThat(lastStep(elsewhere)).startsWith("2026-07-06 ENTERED FLAT");
        assertThat(office.audited()).containsExactly("ordered TIER", "published", "done");
        assertThat(desk.system(() -> tiers.recommend(DemoNetwork.HEMING, Map.of("inDatabase", true)))
                        .ruling()
                        .isAssumption())
                .as("no notice says so")
                .isTrue();
    }

    @Test
    void aLargeDistrictIsLookedAtSomePeopleAtATimeAndGoesOnWhereItStopped() {
        office.recipient(DemoNetwork.HEMING);
        office.recipient(DemoNetwork.ZHUXI);
        office.recipient(DemoNetwork.ZHUXI);
        NewRuleChange asked = tier(IN_DATABASE, row -> row.with(row.facts(), Tier.KEY), false);

        for (int seen = 1; seen <= 3; seen++) {
            assertThat(once(asked)).isEqualTo(new RulePreviews.Look(seen, 3, null));
            assertThat(office.people(asked, 0, 9)).as("found so far").hasSize(seen);
        }
        assertThat(Objects.requireNonNull(once(asked).forecast())).satisfies(whole -> {
            assertThat(whole.people()).isEqualTo(3);
            assertThat(whole.openWindows()).isEqualTo(3);
            assertThat(whole.points()).extracting(load -> load.people()).containsExactly(1, 2);
        });
        assertThat(once(asked)).as("it is kept").isEqualTo(once(asked));
        office.recipient(DemoNetwork.HEMING);
        assertThat(once(asked)).as("somebody came").isEqualTo(new RulePreviews.Look(1, 4, null));
    }

    private RulePreviews.Look once(NewRuleChange asked) {
        return DataScope.system("test").call(() -> previews.look(asked, ChangeOffice.DISTRICT, 1, Duration.ZERO));
    }

    @Test
    void atOnceTheHalfYearGivesWayToTheQuarterThatDay() {
        long inside = office.recipient(DemoNetwork.HEMING);
        carriedOut(tier(IN_DATABASE, row -> row.with(row.facts(), Tier.KEY), true));

        assertThat(windows(inside)).containsExactly("2026-07-06 HALF_YEAR SUPERSEDED", "2026-08-10 QUARTER open");
    }

    @Test
    void aRowMayAskForMorePeopleThanBefore() {
        long disabledOrNot = office.recipient(DemoNetwork.HEMING);
        carriedOut(tier(
                "tiered-illOrDisabled",
                row -> row.with(asking(row, "seriouslyIllOrDisabled", Answer.ANY), Tier.KEY),
                true));

        assertThat(lastStep(disabledOrNot)).startsWith("2026-08-10 RULES_AT_ONCE KEY illOrDisabled");
    }

    @Test
    void aTierThatMayNotBeVisitedAnyMoreIsSaidInThePreviewAndEndsOnItsDay() {
        long inside = office.recipient(DemoNetwork.HEMING);
        NewRuleChange asked = tier(IN_DATABASE, row -> row.with(row.facts(), Tier.NONE), true);

        assertThat(office.whole(asked).points().get(0).after()).isZero();
        carriedOut(asked);
        assertThat(windows(inside)).containsExactly("2026-07-06 HALF_YEAR CANCELLED");
    }

    @Test
    void nobodyWhomARowAnswersMayFallBetweenTheRows() {
        assertThat(office.problems(tier(
                        IN_DATABASE,
                        row -> row.with(asking(row, "seriouslyIllOrDisabled", Answer.YES), Tier.GENERAL),
                        false)))
                .containsExactly("tier_tiered-inDatabase rulechange.tier.gap");
        assertThat(office.problems(tier(IN_DATABASE, row -> row.with(row.facts(), Tier.SPECIAL), false)))
                .as("a tier for which these rules know no cadence")
                .containsExactly("tier_tiered-inDatabase rulechange.rows.silent");
        assertThat(office.problems(tier(IN_DATABASE, row -> row, false))).containsExactly("rows rulechange.rows.none");
        assertThat(office.problems(ChangeOffice.on(
                        tier(IN_DATABASE, row -> row.with(row.facts(), Tier.KEY), false), parse("2026-07-06"))))
                .containsExactly("on rulechange.on.past");
        assertThat(office.problems(new NewRuleChange(Kind.TIER, "NOWHERE", null, DAY, List.of(), false, "试行")))
                .containsExactly("rows rulechange.rows.none");
    }

    @Test
    void rowsThatAnotherDistrictFollowsTooAreNotThisDistrictsAlone() {
        desk.system(() -> {
            jdbc.update(
                    "insert into org_unit (code, kind, name, parent_code) values ('999902', 'DISTRICT', '邻区', null)");
            jdbc.update(
                    "insert into org_unit (code, kind, name, parent_code) values ('999902001', 'STREET', '邻街', '999902')");
            jdbc.update(
                    "insert into org_profile (org_code, profile, valid_from) values ('999902001', 'songjiang', '2026-01-01')");
            return true;
        });

        assertThat(office.problems(tier(IN_DATABASE, row -> row.with(row.facts(), Tier.KEY), false)))
                .containsExactly("profile rulechange.profile.others");
        assertThat(office.problems(rule("default", Rule.RECENT_EVENT_WINDOW, "P3M")))
                .containsExactly("profile rulechange.profile.others");
        assertThat(desk.system(() -> changes.sets(Kind.TIER, DemoNetwork.DISTRICT_CODE)))
                .containsExactlyInAnyOrder("FLAT", "SPECIAL", "UNSPECIFIED");
    }

    @Test
    void howLongAnEventIsRecentDecidesWhoIsAtHighRisk() {
        long person = office.recipient(DemoNetwork.HEMING);
        desk.system(() -> people.recordChange(
                person,
                new NewMajorChange(ChangeKind.SERIOUS_ILLNESS, parse("2026-04-01"), null, null, false, null),
                Actor.machine("test")));
        assertThat(review(person)).isEqualTo("2026-10-02 EVENT_OVER");
        NewRuleChange asked = rule("default", Rule.RECENT_EVENT_WINDOW, "P3M");

        assertThat(office.whole(asked).people()).isOne();
        assertThat(office.people(asked, 0, 9)).singleElement().satisfies(change -> {
            assertThat(change.before().tier()).isEqualTo(Tier.HIGH);
            assertThat(change.after().tier()).isEqualTo(Tier.GENERAL);
        });
        carriedOut(asked);
        assertThat(lastStep(person)).startsWith("2026-08-10 RULES GENERAL inDatabase");
        assertThat(review(person)).isEqualTo("never");
    }

    @Test
    void anotherWayOfSortingPeopleTakesThemAlong() {
        long person = office.recipient(DemoNetwork.YUNDONG);
        carriedOut(rule("chuansha", Rule.CADENCE_MODE, "TIERED"));

        assertThat(lastStep(person)).startsWith("2026-08-10 RULES GENERAL inDatabase");
        assertThat(owed(person)).isEqualTo("HALF_YEAR from 2026-09-01");
    }

    @Test
    void aWayOfSortingForWhichARuleHasNoCadenceIsRefused() {
        assertThat(office.problems(rule("chuansha", Rule.CADENCE_MODE, "SPECIAL")))
                .containsExactly("value_cadenceMode-chuansha rulechange.rows.silent");
        assertThat(office.problems(rule("chuansha", Rule.CADENCE_MODE, "BY_MOON")))
                .containsExactly("value_cadenceMode-chuansha rulechange.value.wrong");
        assertThat(office.problems(rule("default", Rule.RECENT_EVENT_WINDOW, "P9Y")))
                .containsExactly("value_recentEventWindow rulechange.months.wrong");
        assertThat(office.problems(rule("default", Rule.RECENT_EVENT_WINDOW, "P10D")))
                .containsExactly("value_recentEventWindow rulechange.months.wrong");
    }

    @Test
    void twoChangesOfOneTableOnOneDayBothHold() {
        office.order(tier(IN_DATABASE, row -> row.with(row.facts(), Tier.KEY), false));
        office.order(twice("chuansha"));
        office.order(new NewRuleChange(
                Kind.TIER,
                "FLAT",
                null,
                DAY,
                rows(Kind.TIER, "FLAT").stream()
                        .map(row -> row.id().equals("flat-hardship")
                                ? ((TierRow) row).with(((TierRow) row).facts(), Tier.FLAT)
                                : row)
                        .toList(),
                false,
                "试行"));
        office.order(twice("songjiang"));
        clock.set("2026-08-10T00:00:00");
        timers.fireAll("timer_effectiveDay");
        timers.runAsync();

        desk.system(() -> {
            assertThat(tiers.recommend(DemoNetwork.HEMING, Map.of("inDatabase", true))
                            .tier())
                    .isEqualTo(Tier.KEY);
            assertThat(tiers.recommend(DemoNetwork.YUNDONG, Map.of("hardship", true))
                            .tier())
                    .isEqualTo(Tier.FLAT);
            assertThat(cadences.of(DemoNetwork.YUNDONG, Tier.FLAT, false).get(0).count())
                    .isEqualTo(2);
            assertThat(cadences.of(DemoNetwork.HEMING, Tier.HIGH, false).get(0).count())
                    .isEqualTo(2);
            return true;
        });
    }

    private static Map<String, Answer> asking(TierRow row, String fact, Answer answer) {
        Map<String, Answer> facts = new LinkedHashMap<>(row.facts());
        facts.put(fact, answer);
        return facts;
    }

    private List<RuleRow> rows(Kind kind, String set) {
        return desk.system(() -> changes.rows(kind, set));
    }

    private NewRuleChange tier(String id, UnaryOperator<TierRow> other, boolean atOnce) {
        List<RuleRow> rows = rows(Kind.TIER, "TIERED").stream()
                .map(row -> row.id().equals(id) ? other.apply((TierRow) row) : row)
                .toList();
        assertThat(rows).extracting(RuleRow::id).contains(id);
        return new NewRuleChange(Kind.TIER, "TIERED", null, DAY, rows, atOnce, "试行");
    }

    private NewRuleChange rule(String profile, Rule rule, String value) {
        List<RuleRow> rows = rows(Kind.CASE_RULE, profile).stream()
                .map(row -> ((CaseRuleRow) row).rule() == rule ? ((CaseRuleRow) row).with(value) : row)
                .toList();
        return new NewRuleChange(Kind.CASE_RULE, profile, null, DAY, rows, false, "试行");
    }

    private NewRuleChange twice(String profile) {
        return office.cadence(profile, duty -> new Duty(duty.per(), 2, duty.channels(), false), DAY, false);
    }

    private RuleChange carriedOut(NewRuleChange asked) {
        RuleChange change = office.order(asked);
        clock.set("2026-08-10T00:00:00");
        timers.fire("timer_effectiveDay");
        timers.runAsync();
        return office.get(change);
    }

    private List<String> windows(long person) {
        return office.texts(
                """
                select owed_from || ' ' || per || ' ' || coalesce(close_kind, 'open') from visit_window
                where person_id = ? order by owed_from, id
                """,
                person);
    }

    private String owed(long person) {
        return office.texts("select per || ' from ' || from_on from visit_owed where person_id = ?", person)
                .get(0);
    }

    private String lastStep(long person) {
        return office.texts(
                        """
                        select from_on || ' ' || reason || ' ' || tier || ' ' || tier_reason || ' ' || rules from visit_step
                        where person_id = ? order by id desc limit 1
                        """,
                        person)
                .get(0);
    }

    private String review(long person) {
        return office.texts(
                        "select coalesce(review_on || ' ' || review_why, 'never') from visit_plan where person_id = ?",
                        person)
                .get(0);
    }
}
