package org.jiuzhu.visit;

import static java.time.LocalDate.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.cadence.WindowPlanner;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.visit.SpecialNodes.NewNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Somebody in special care since Monday 2026-09-21; today is Friday 2026-09-25. */
@JiuzhuTest
@RecordApplicationEvents
class SpecialNodesTest {

    private static final Actor ENGINE = Actor.machine(Actor.SYSTEM);
    private static final Actor DISTRICT =
            Actors.at("tang.xushe", "唐虚设", DemoNetwork.DISTRICT_CODE, "districtSupervisor");
    private static final String CODE = DemoNetwork.DISTRICT_CODE;
    private static final Place POINT = new Place(CODE, DemoNetwork.PUHE, DemoNetwork.PUAN);

    @Autowired
    SpecialNodes nodes;

    @Autowired
    VisitPlans plans;

    @Autowired
    WindowOpening opening;

    @Autowired
    WindowTable table;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Desk desk;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ApplicationEvents events;

    @BeforeEach
    void enter() {
        clock.set("2026-09-21T08:00:00");
        plans.change(1, special("2026-09-21"), ENGINE);
        clock.set("2026-09-25T08:00:00");
    }

    @Test
    void aNodeOwesAContactOnEachOfItsDaysFromItsFirst() {
        add("国庆", "2026-10-01", "2026-10-07");

        runRounds("2026-09-30");
        assertThat(days()).isEmpty();
        runRounds("2026-10-12");
        assertThat(days()).isEqualTo(between("2026-10-01", "2026-10-08"));
        theRowsSayWhatThePlanSays("2026-10-12");
    }

    @Test
    void anEarlierNodeEnteredLaterAndOneThatBeginsTodayAreOwedToo() {
        add("国庆", "2026-10-01", "2026-10-07");
        add("中秋", "2026-09-25", "2026-09-26");

        runRounds("2026-10-02");
        assertThat(days())
                .containsExactly(parse("2026-09-25"), parse("2026-09-26"), parse("2026-10-01"), parse("2026-10-02"));
        theRowsSayWhatThePlanSays("2026-10-02");
    }

    @Test
    void aNodeTakenBackBeforeItBeginsHasNeverAskedAnything() {
        long id = add("国庆", "2026-10-01", "2026-10-07");
        add("元旦", "2027-01-01", "2027-01-03");
        remove(id);

        runRounds("2026-10-12");
        assertThat(days()).isEmpty();
        runRounds("2027-01-02");
        assertThat(days()).containsExactly(parse("2027-01-01"), parse("2027-01-02"));
    }

    @Test
    void aNodeTakenBackWhileItLastsCancelsTodayAndWhatIsToComeAndLeavesWhatIsOver() {
        long id = add("国庆", "2026-10-01", "2026-10-07");
        runRounds("2026-10-03");
        remove(id);
        remove(id);

        runRounds("2026-10-12");
        assertThat(stored().stream().filter(Window::onNode))
                .extracting(Window::owedFrom, window -> window.closing() == null)
                .containsExactly(
                        tuple(parse("2026-10-01"), true),
                        tuple(parse("2026-10-02"), true),
                        tuple(parse("2026-10-03"), false));
        assertThat(events.stream(WindowSettled.class))
                .extracting(WindowSettled::as)
                .containsExactly(WindowSettled.As.CANCELLED);
        theRowsSayWhatThePlanSays("2026-10-12");
    }

    @Test
    void takenBackAndEnteredAgainTheSameDayItAsksForThatDay() {
        long id = add("国庆", "2026-10-01", "2026-10-07");
        runRounds("2026-10-03");
        remove(id);
        add("国庆", "2026-10-03", "2026-10-07");

        runRounds("2026-10-12");
        assertThat(days()).isEqualTo(between("2026-10-01", "2026-10-08"));
        theRowsSayWhatThePlanSays("2026-10-12");
    }

    @Test
    void whatWasKnownOnAPastDayIsStillTold() {
        long id = add("国庆", "2026-10-01", "2026-10-07");
        var entered = clock.now();
        clock.set("2026-10-03T08:00:00");
        remove(id);

        assertThat(desk.system(() -> nodes.knownAt(CODE, entered)))
                .containsExactly(new Span(parse("2026-10-01"), parse("2026-10-08")));
        assertThat(desk.system(() -> nodes.knownAt(CODE, clock.now())))
                .containsExactly(new Span(parse("2026-10-01"), parse("2026-10-03")));
        assertThat(desk.system(() -> nodes.knownAt(CODE, entered.minusSeconds(1))))
                .isEmpty();
    }

    @Test
    void anotherDistrictsNodeAsksNobodyHere() {
        desk.system(
                () -> jdbc.update(
                        "insert into special_node (district_code, name, start_on, end_on) values ('310107', 'X', '2026-10-01', '2026-10-08')"));

        runRounds("2026-10-12");
        assertThat(days()).isEmpty();
    }

    @Test
    void whatDoesNotHoldIsRefusedAndSoIsWhoeverDoesNotKeepTheCalendar() {
        assertThat(problems(new NewNode(" ", null, null)))
                .containsExactly("visit.node.name.required", "visit.node.first.required", "visit.node.last.required");
        assertThat(problems(new NewNode("国庆", parse("2026-09-24"), parse("2026-09-23"))))
                .containsExactly("visit.node.first.past", "visit.node.last.early");
        assertThat(problems(new NewNode("字".repeat(61), parse("2026-10-01"), parse("2026-11-01"))))
                .containsExactly("visit.node.name.long", "visit.node.last.late");
        add("国庆", "2026-10-01", "2026-10-07");
        assertThat(problems(new NewNode("又一个", parse("2026-10-07"), parse("2026-10-09"))))
                .containsExactly("visit.node.overlaps");
        for (Actor nobody : List.of(
                Actors.stationLead(), Actors.at("u", "u", "310107", "districtSupervisor"), Actors.pointConsultant())) {
            assertThatThrownBy(() -> desk.system(
                            () -> nodes.add(CODE, new NewNode("中秋", parse("2026-09-25"), parse("2026-09-25")), nobody)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("FORBIDDEN");
        }
    }

    @Test
    void whatIsOverIsNotTakenBack() {
        long id = add("国庆", "2026-10-01", "2026-10-07");
        clock.set("2026-10-08T00:00:00");
        assertThatThrownBy(() -> remove(id)).isInstanceOf(Refusal.class).hasMessageContaining("visit.node.over");
    }

    @Test
    void templatesKnowTheDaysThatTheHolidaysKnow() {
        LocalDate autumn = parse("2026-09-25");
        assertThat(NodeTemplate.NATIONAL_DAY.next(autumn, calendar)).contains(span("2026-10-01", "2026-10-08"));
        assertThat(NodeTemplate.NATIONAL_DAY.next(parse("2026-10-02"), calendar))
                .hasValueSatisfying(next -> assertThat(next.start()).isEqualTo(parse("2027-10-01")));
        assertThat(NodeTemplate.NEW_YEAR.next(parse("2026-01-01"), calendar))
                .contains(span("2026-01-01", "2026-01-04"));
        assertThat(NodeTemplate.SPRING_FESTIVAL.next(parse("2026-01-01"), calendar))
                .contains(span("2026-02-15", "2026-02-24"));
        assertThat(NodeTemplate.SPRING_FESTIVAL.next(autumn, calendar)).isEmpty();
        assertThat(NodeTemplate.CHARITY_WEEK.next(autumn, calendar)).contains(span("2027-09-05", "2027-09-12"));
        assertThat(NodeTemplate.BLUE_SKY.next(autumn, calendar)).contains(span("2026-12-01", "2026-12-08"));
    }

    private long add(String name, String first, String last) {
        return desk.system(() -> nodes.add(CODE, new NewNode(name, parse(first), parse(last)), DISTRICT));
    }

    private void remove(long id) {
        desk.system(() -> {
            nodes.remove(id, DISTRICT);
            return id;
        });
    }

    private List<String> problems(NewNode asked) {
        try {
            desk.system(() -> nodes.add(CODE, asked, DISTRICT));
            throw new AssertionError("Taken: " + asked);
        } catch (InvalidInput invalid) {
            return invalid.problems().stream().map(FieldProblem::messageKey).toList();
        }
    }

    private void runRounds(String until) {
        LocalDate last = parse(until);
        for (LocalDate day = LocalDate.ofInstant(clock.now(), WorkCalendar.ZONE);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            clock.set(day.atTime(8, 0));
            LocalDate today = day;
            while (DataScope.system("round").call(() -> opening.openChunk(today, 50)) > 0) {}
        }
    }

    private List<LocalDate> days() {
        return stored().stream()
                .filter(window -> window.onNode() && window.closing() == null)
                .map(Window::owedFrom)
                .sorted()
                .toList();
    }

    private List<Window> stored() {
        return desk.system(
                () -> table.rows(1).stream().map(WindowTable.Stored::window).toList());
    }

    /** But for what a node that was taken back has cancelled. */
    private void theRowsSayWhatThePlanSays(String today) {
        List<Window> planned = WindowPlanner.plan(
                        desk.system(() -> plans.stepsOf(1)),
                        desk.system(() -> nodes.knownAt(CODE, clock.now())),
                        parse(today).plusDays(1))
                .windows();
        assertThat(stored().stream().filter(window -> window.closing() == null))
                .containsExactlyInAnyOrderElementsOf(planned);
    }

    private static List<LocalDate> between(String first, String end) {
        return parse(first).datesUntil(parse(end)).toList();
    }

    private static Span span(String start, String end) {
        return new Span(parse(start), parse(end));
    }

    private static VisitPlans.Change special(String from) {
        var step = new PlanStep(
                parse(from),
                List.of(new Duty(Per.WEEK, 2, Channels.HOME, false)),
                List.of(new Duty(Per.DAY, 1, Channels.ANY, false)),
                "ENTERED");
        return new VisitPlans.Change(step, Tier.SPECIAL, "specialCare", "putuo", "visit-tier:1 visit-cadence:1", POINT);
    }
}
