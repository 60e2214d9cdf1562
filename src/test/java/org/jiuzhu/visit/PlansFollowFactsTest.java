package org.jiuzhu.visit;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.Window.Closing;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.NewMajorChange;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.SupportMode;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.Sex;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Whoever enters the register, or changes, has the plan that the rules of the place demand, in the same transaction. */
@JiuzhuTest
@RecordApplicationEvents
class PlansFollowFactsTest {

    @Autowired
    People people;

    @Autowired
    VisitPlans plans;

    @Autowired
    PlanReviews reviews;

    @Autowired
    WindowTable table;

    @Autowired
    RepositoryService repository;

    @Autowired
    Desk desk;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "云帆镇 CS,   999901101001, FLAT,    MONTH:1:HOME_PHONE_VIDEO:false,     ''",
        "知行街道 CN, 999901004001, FLAT,    MONTH:1:HOME_PHONE_VIDEO:false,     ''",
        "松鹤街道 SJ, 999901005001, GENERAL, HALF_YEAR:1:HOME_PHONE_VIDEO:false, ''",
        "航星镇 HT,   999901102001, REGULAR, QUARTER:1:HOME_PHONE:false,         ''"
    })
    void aRecipientHasThePlanOfTheStreet(String street, String point, Tier tier, String duties, String onNodes) {
        clock.set("2026-07-06T10:00:00");
        long person = register(point, "1966-08-15", PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN)));

        TakenStep step = only(person);
        assertThat(step.tier()).isEqualTo(tier);
        assertThat(Duty.write(step.step().duties())).isEqualTo(duties);
        assertThat(Duty.write(step.step().onNodes())).isEqualTo(onNodes);
        assertThat(step.step().reason()).isEqualTo("ENTERED");
        assertThat(step.rules()).matches("visit-tier:\\d+ visit-cadence:\\d+");
        assertThat(windows(person)).singleElement().satisfies(window -> assertThat(window.owedFrom())
                .isEqualTo(parse("2026-07-06")));
    }

    @Test
    void somebodyInSpecialCareIsVisitedTwiceAWeekAtHomeAndDailyOnSpecialNodes() {
        clock.set("2026-07-06T10:00:00");
        long person = register(DemoNetwork.PUAN, "1966-08-15", specialCare());

        assertThat(only(person).step().duties()).containsExactly(new Duty(Per.WEEK, 2, Channels.HOME, true));
        assertThat(only(person).step().onNodes()).containsExactly(new Duty(Per.DAY, 1, Channels.ANY, false));
    }

    @Test
    void somebodyWhomNoRuleNamesIsKnownButNotVisited() {
        long person = register(DemoNetwork.HEMING, "1966-08-15", PersonDetails.UNKNOWN);

        assertThat(steps(person)).isEmpty();
        assertThat(plan(person)).isEqualTo("NONE otherwise null null");
    }

    @Test
    void aMajorChangeOwesTheMonthItIsToldInAndTheHalfYearGivesWay(ApplicationEvents events) {
        clock.set("2026-07-06T10:00:00");
        long person =
                register(DemoNetwork.HEMING, "1966-08-15", PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN)));
        clock.set("2026-08-31T10:00:00");
        change(person, "2026-08-28");

        assertThat(steps(person)).extracting(step -> step.step().reason()).containsExactly("ENTERED", "EVENT");
        assertThat(steps(person)).last().satisfies(step -> assertThat(step.tierReason())
                .isEqualTo("majorChange"));
        assertThat(windows(person))
                .satisfiesExactly(
                        halfYear -> assertThat(halfYear.closing())
                                .isEqualTo(new Closing(parse("2026-08-31"), Closing.Kind.SUPERSEDED, "EVENT")),
                        august -> assertThat(august.span()).isEqualTo(Span.of(Per.MONTH, parse("2026-08-01"))));
        assertThat(events.stream(WindowSettled.class)).singleElement().satisfies(settled -> assertThat(settled.as())
                .isEqualTo(WindowSettled.As.SUPERSEDED));
        assertThat(plan(person)).isEqualTo("HIGH majorChange 2027-03-01 EVENT_OVER");
    }

    @Test
    void whenTheChangeIsNoLongerRecentTheTierFallsOnThatVeryDay() {
        clock.set("2026-07-06T10:00:00");
        long person =
                register(DemoNetwork.HEMING, "1966-08-15", PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN)));
        change(person, "2026-07-01");
        clock.set("2027-01-01T00:30:00");
        assertThat(review("2027-01-01")).isZero();
        clock.set("2027-01-04T00:30:00");

        assertThat(review("2027-01-04")).isOne();
        assertThat(review("2027-01-04")).isZero();
        assertThat(steps(person)).last().satisfies(step -> {
            assertThat(step.tier()).isEqualTo(Tier.GENERAL);
            assertThat(step.step().from()).isEqualTo(parse("2027-01-02"));
            assertThat(step.step().reason()).isEqualTo("EVENT_OVER");
        });
    }

    @Test
    void aSeventiethBirthdayRaisesWhoeverIsCaredForDispersed() {
        clock.set("2026-02-10T10:00:00");
        long person = register(DemoNetwork.HEMING, "1956-02-29", dispersed());
        assertThat(plan(person)).isEqualTo("KEY destitute 2026-03-01 AGED_70");
        clock.set("2026-03-01T00:30:00");
        review("2026-03-01");

        assertThat(plan(person)).isEqualTo("HIGH destitute70 null null");
        assertThat(steps(person))
                .last()
                .satisfies(step -> assertThat(step.step().reason()).isEqualTo("AGED_70"));
    }

    @Test
    void whatChangesNothingInThePlanLeavesNoStep() {
        clock.set("2026-07-06T10:00:00");
        PersonDetails recipient = PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN));
        long person = register(DemoNetwork.YUNDONG, "1966-08-15", recipient);
        clock.set("2026-07-20T10:00:00");
        change(person, "2026-07-19");

        assertThat(steps(person)).hasSize(1);
        assertThat(windows(person)).hasSize(1);
    }

    /** Weekly → 大排查: a tier without a number is no end of the plan. */
    @Test
    void whoeverIsTakenOutOfSpecialCareIsStillOwedTheWeekThatHasBegun() {
        clock.set("2026-07-06T10:00:00");
        long person = register(DemoNetwork.PUAN, "1966-08-15", specialCare());
        clock.set("2026-07-08T10:00:00");
        desk.system(() -> people.describe(
                person, people.get(person).version(), PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN))));

        assertThat(steps(person)).extracting(TakenStep::tier).containsExactly(Tier.SPECIAL, Tier.SWEEP);
        assertThat(windows(person)).singleElement().satisfies(week -> {
            assertThat(week.span()).isEqualTo(Span.of(Per.WEEK, parse("2026-07-06")));
            assertThat(week.closing()).isNull();
        });
        assertThat(count("visit_owed")).as("and no week after it").isZero();
    }

    @Test
    void whoeverLosesTheBenefitIsOffTheRegisterAndNothingMoreIsOwed() {
        clock.set("2026-07-06T10:00:00");
        long person =
                register(DemoNetwork.YUNDONG, "1966-08-15", PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN)));
        clock.set("2026-07-08T10:00:00");
        desk.system(() -> people.describe(person, people.get(person).version(), PersonDetails.UNKNOWN));

        assertThat(windows(person)).singleElement().satisfies(july -> assertThat(july.closing())
                .isEqualTo(new Closing(parse("2026-07-08"), Closing.Kind.CANCELLED, "FACTS")));
    }

    @Test
    void anotherCategoryIsAnotherReasonAndTheWindowsStay() {
        clock.set("2026-07-06T10:00:00");
        long person = register(DemoNetwork.HEMING, "1940-08-15", dispersed());
        clock.set("2026-07-20T10:00:00");
        desk.system(() -> people.describe(
                person,
                people.get(person).version(),
                PersonDetails.of(Set.of(AssistanceCategory.DESTITUTE, AssistanceCategory.DIBAO_URBAN))));
        change(person, "2026-07-19");

        assertThat(steps(person)).extracting(TakenStep::tierReason).containsExactly("destitute70", "majorChange");
        assertThat(windows(person)).hasSize(1);
    }

    @Test
    void aTierForWhichNoProfileHasACadenceStopsNobodyElsesReview() throws IOException {
        clock.set("2026-07-06T10:00:00");
        long stuck = register(DemoNetwork.HEMING, "1957-01-02", dispersed());
        long other =
                register(DemoNetwork.HEMING, "1966-08-15", PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN)));
        change(other, "2026-07-01");
        String without = Files.readString(Path.of("processes/rules/visit-cadence.dmn"))
                .replaceAll("(?s)<rule id=\"high(-songjiang)?\">.*?</rule>", "");
        String deployed = repository
                .createDeployment()
                .addString("visit-cadence.dmn", without)
                .deploy()
                .getId();
        try {
            clock.set("2027-01-02T00:30:00");
            assertThat(review("2027-01-02")).isEqualTo(2);
            assertThat(review("2027-01-02")).isZero();
        } finally {
            repository.deleteDeployment(deployed);
        }
        assertThat(plan(other)).isEqualTo("GENERAL inDatabase null null");
        assertThat(plan(stuck)).as("as it was, until tomorrow").isEqualTo("KEY destitute 2027-01-03 AGED_70");
    }

    /** A change of the rule is for whoever is weighed from then on, and for their windows to come. */
    @Test
    void howOftenNobodyMayBeAtHomeIsWhatHeldWhenAWindowWasOwed() throws IOException {
        clock.set("2026-07-06T10:00:00");
        PersonDetails recipient = PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN));
        long before = register(DemoNetwork.YUNDONG, "1966-08-15", recipient);
        String two = Files.readString(Path.of("processes/rules/case-rules.dmn"))
                .replace(
                        "<outputEntry id=\"visitAttemptDays-value\"><text>3<",
                        "<outputEntry id=\"visitAttemptDays-value\"><text>2<");
        String deployed = repository
                .createDeployment()
                .addString("case-rules.dmn", two)
                .deploy()
                .getId();
        try {
            clock.set("2026-07-07T10:00:00");
            long after = register(DemoNetwork.YUNDONG, "1966-08-15", recipient);
            assertThat(attemptDays(before)).containsExactly(3);
            assertThat(attemptDays(after)).containsExactly(2);

            change(before, "2026-07-06");
            assertThat(steps(before)).extracting(TakenStep::attemptDays).containsExactly(3, 2);
            assertThat(attemptDays(before)).as("July was owed before").containsExactly(3);
            assertThat(desk.<Integer>system(() -> jdbc.queryForObject(
                            "select attempt_days from visit_owed where person_id = ?", Integer.class, before)))
                    .as("August and after")
                    .isEqualTo(2);
        } finally {
            repository.deleteDeployment(deployed);
        }
    }

    @Test
    void twoReviewsAtOnceWeighEachOnce() throws Exception {
        clock.set("2026-07-06T10:00:00");
        List<Long> ids = desk.system(() -> IntStream.range(0, 60)
                .mapToObj(n -> people.register(newPerson(DemoNetwork.HEMING, "1956-07-10", dispersed()))
                        .id())
                .toList());
        clock.set("2026-07-10T00:30:00");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> all = () -> {
                int weighed = 0;
                for (int chunk = 1; chunk > 0; weighed += chunk) {
                    chunk = review("2026-07-10");
                }
                return weighed;
            };
            int weighed = 0;
            for (Future<Integer> one : two.invokeAll(List.of(all, all))) {
                weighed += one.get();
            }
            assertThat(weighed).isEqualTo(60);
        } finally {
            two.shutdownNow();
        }
        assertThat(count("visit_step")).isEqualTo(120);
        assertThat(ids).allSatisfy(id -> assertThat(plan(id)).startsWith("HIGH destitute70"));
    }

    @Test
    void manyWhoEnterAtOnceAreWeighedAtOnce() {
        clock.set("2026-07-06T10:00:00");
        List<Long> ids = desk.system(() -> IntStream.range(0, 120)
                .mapToObj(n -> people.register(newPerson(
                                n % 2 == 0 ? DemoNetwork.HEMING : DemoNetwork.YUNDONG,
                                "1966-08-15",
                                PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN))))
                        .id())
                .toList());

        assertThat(count("visit_plan")).isEqualTo(120);
        assertThat(count("visit_step")).isEqualTo(120);
        assertThat(count("visit_window")).isEqualTo(120);
        assertThat(count("visit_owed")).isEqualTo(120);
        assertThat(windows(ids.get(119)))
                .singleElement()
                .satisfies(window -> assertThat(window.duty().per()).isEqualTo(Per.MONTH));
    }

    private long register(String point, String born, PersonDetails details) {
        return desk.system(
                () -> people.register(newPerson(point, born, details)).id());
    }

    private static NewPerson newPerson(String point, String born, PersonDetails details) {
        return new NewPerson(point, "甄模拟", null, null, Sex.FEMALE, parse(born), details);
    }

    private static PersonDetails specialCare() {
        return with(Set.of(AssistanceCategory.DIBAO_URBAN), null, true);
    }

    private static PersonDetails dispersed() {
        return with(Set.of(AssistanceCategory.DESTITUTE), SupportMode.DISPERSED, false);
    }

    private static PersonDetails with(Set<AssistanceCategory> categories, SupportMode support, boolean specialCare) {
        return new PersonDetails(
                categories,
                support,
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
                specialCare,
                null,
                null);
    }

    private void change(long person, String day) {
        desk.system(() -> people.recordChange(
                person,
                new NewMajorChange(ChangeKind.SERIOUS_ILLNESS, parse(day), null, null, false, null),
                Actor.machine("test")));
    }

    private int review(String day) {
        return DataScope.system("test").call(() -> reviews.reviewChunk(LocalDate.parse(day), 10));
    }

    private TakenStep only(long person) {
        List<TakenStep> steps = steps(person);
        assertThat(steps).hasSize(1);
        return steps.get(0);
    }

    private List<TakenStep> steps(long person) {
        return desk.system(() -> plans.historyOf(person));
    }

    private List<Window> windows(long person) {
        return desk.system(() ->
                table.rows(person).stream().map(WindowTable.Stored::window).toList());
    }

    private List<Integer> attemptDays(long person) {
        return desk.system(() -> jdbc.queryForList(
                "select attempt_days from visit_window where person_id = ? order by start_on", Integer.class, person));
    }

    private String plan(long person) {
        return desk.system(() -> jdbc.queryForObject(
                "select format('%s %s %s %s', tier, reason, coalesce(review_on::text, 'null'), coalesce(review_why, 'null')) from visit_plan where person_id = ?",
                String.class, person));
    }

    private long count(String rows) {
        Long count = desk.system(() -> jdbc.queryForObject("select count(*) from " + rows, Long.class));
        return count == null ? 0 : count;
    }
}
