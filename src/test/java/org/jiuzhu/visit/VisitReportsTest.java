package org.jiuzhu.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Date;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.PlanStep;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewHousehold.NewMember;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Relation;
import org.jiuzhu.lifecycle.ChangeFound;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.servicerecord.NewServiceRecord;
import org.jiuzhu.servicerecord.RecordMoves;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.RecordSubjects;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.servicerecord.Sheets;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
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
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** 赵示例 and 钱演示 live together and are owed a visit every month; the clock stands in the middle of July 2026. */
@JiuzhuTest
@RecordApplicationEvents
class VisitReportsTest {

    private static final DataScope AT_POINT = new DataScope(Level.POINT, Actors.POINT);
    private static final DataScope ELSEWHERE = new DataScope(Level.POINT, Actors.OTHER_POINT);
    private static final Place PLACE = new Place("999901", "999901005", Actors.POINT);
    private static final Actor LIN = Actors.pointConsultant();
    private static final LocalDate JULY = LocalDate.parse("2026-07-01");

    @Autowired
    VisitReports reports;

    @Autowired
    WindowCredits credits;

    @Autowired
    VisitPlans plans;

    @Autowired
    ServiceRecords records;

    @Autowired
    RecordSubjects subjects;

    @Autowired
    RecordMoves moves;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEvents events;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    long zhao;
    long qian;
    long neighbour;

    @BeforeEach
    void register() {
        clock.set("2026-07-01T09:00:00");
        desk.system(() -> {
            zhao = person("赵示例");
            qian = person("钱演示");
            neighbour = person("周练习");
            households.register(new NewHousehold(
                    Actors.POINT,
                    "松鹤路 1 弄",
                    "2 号 301",
                    List.of(new NewMember(zhao, Relation.HEAD, true), new NewMember(qian, Relation.SPOUSE, true))));
            return households.register(new NewHousehold(Actors.POINT, "松鹤路 1 弄", "2 号 302", neighbour));
        });
        owe(zhao, Per.MONTH, Channels.HOME_PHONE);
        owe(qian, Per.MONTH, Channels.HOME_PHONE);
        clock.set("2026-07-15T10:00:00");
    }

    @Test
    void oneVisitCreditsEachMemberThatWasConfirmedAndNobodyElse() {
        report(Told.met(zhao, Finding.NO_CHANGE), Told.met(qian, Finding.NO_CHANGE));

        assertThat(window(zhao)).containsEntry("done", 1).containsEntry("settled_as", "MET");
        assertThat(window(qian)).containsEntry("done", 1).containsEntry("settled_as", "MET");
        assertThat(settled()).containsExactlyInAnyOrder(WindowSettled.As.MET, WindowSettled.As.MET);
        assertThat(recordCount()).isEqualTo(1);
    }

    @Test
    void whoWasNotConfirmedIsStillOwed() {
        report(Told.met(zhao, Finding.NO_CHANGE));

        assertThat(window(qian)).containsEntry("done", 0).containsEntry("settled_as", null);
    }

    @Test
    void theSameTellingTwiceIsOneVisit() throws Exception {
        var visit = visit("2026-07-14", ServiceMode.VISIT, Told.met(zhao, Finding.CHANGED));
        var go = new CountDownLatch(1);
        Callable<Long> click = () -> {
            go.await();
            return atPoint(() -> reports.report(visit, LIN));
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Long>> clicks = List.of(threads.submit(click), threads.submit(click));
            go.countDown();
            assertThat(clicks.get(0).get()).isEqualTo(clicks.get(1).get());
        } finally {
            threads.shutdownNow();
        }
        assertThat(contacts()).isEqualTo(1);
        assertThat(window(zhao)).containsEntry("done", 1);
        assertThat(changeReports()).isEqualTo(1);
    }

    @Test
    void aChannelThatDoesNotCountLeavesTheWindowOpen() {
        report(visit("2026-07-14", ServiceMode.WECHAT, Told.met(zhao, Finding.NO_CHANGE)));

        assertThat(window(zhao)).containsEntry("done", 0).containsEntry("settled_as", null);
        assertThat(contacts()).isEqualTo(1);
    }

    @Test
    void nobodyAtHomeAndARefusalAreKeptAndCreditNothing() {
        report(
                new Told(zhao, Outcome.NOT_HOME, null, null),
                new Told(qian, Outcome.REFUSED, null, RefusalReason.NO_NEED.name()));

        assertThat(window(zhao)).containsEntry("done", 0).containsEntry("settled_as", null);
        assertThat(desk.<List<Map<String, Object>>>system(
                        () -> jdbc.queryForList("select outcome, reason from visit_contact order by id")))
                .containsExactly(row("NOT_HOME", null), row("REFUSED", "NO_NEED"));
        assertThat(settled()).isEmpty();
    }

    @Test
    void aRefusalNeedsItsReasonAndAFindingNeedsSomebodyWhoWasMet() {
        assertProblem("refusalReason", new Told(zhao, Outcome.REFUSED, null, null));
        assertProblem("refusalReason", new Told(zhao, Outcome.REFUSED, null, "whatever"));
        assertProblem("finding", new Told(zhao, Outcome.NOT_HOME, Finding.CHANGED, null));
        assertProblem("people");
        assertProblem("people", Told.met(zhao, Finding.NO_CHANGE), Told.met(zhao, Finding.NO_CHANGE));
        assertProblem("people", Told.met(zhao, Finding.NO_CHANGE), Told.met(neighbour, Finding.NO_CHANGE));
        assertThat(recordCount()).isZero();
    }

    @Test
    void whoVisitsNobodyReportsNothingAndWhoIsElsewhereFindsNobody() {
        var visit = visit("2026-07-14", ServiceMode.VISIT, Told.met(zhao, Finding.NO_CHANGE));
        Actor informant = Actors.at("yu.xinxi", "于信息", Actors.POINT, "informant");
        Actor other = Actors.at("ning.moni", "宁模拟", Actors.OTHER_POINT, "pointConsultant");

        assertThatThrownBy(() -> AT_POINT.call(() -> reports.report(visit, informant)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThatThrownBy(() -> ELSEWHERE.call(() -> reports.report(visit, other)))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void aRecordMadeElsewhereCreditsTheWindowByItself() {
        write(zhao, Sheets.on(LocalDate.parse("2026-07-10")));

        assertThat(window(zhao)).containsEntry("done", 1).containsEntry("settled_as", "MET");
        assertThat(window(qian)).containsEntry("done", 0);
        assertThat(settled()).containsExactly(WindowSettled.As.MET);
    }

    @Test
    void aRecordPutRightMovesItsContactAndTheWindowIsOwedAgain() {
        long id = write(zhao, Sheets.on(LocalDate.parse("2026-07-10")));
        start(zhao);

        long second = correct(id, Sheets.on(LocalDate.parse("2026-06-30")));
        assertThat(window(zhao))
                .containsEntry("done", 0)
                .containsEntry("settled_as", null)
                .containsEntry("started_at", null);
        correct(second, Sheets.on(LocalDate.parse("2026-07-09")));

        assertThat(window(zhao)).containsEntry("done", 1).containsEntry("settled_as", "MET");
        assertThat(contacts()).isEqualTo(1);
        assertThat(desk.<Integer>system(() -> jdbc.queryForObject("select count(*) from visit_contact", Integer.class)))
                .as("what was said before stays known")
                .isEqualTo(3);
    }

    @Test
    void aCorrectedReportKeepsWhomItConfirmed() {
        long id = report(Told.met(zhao, Finding.NO_CHANGE), new Told(qian, Outcome.NOT_HOME, null, null));

        correct(id, Sheets.on(LocalDate.parse("2026-07-12")));

        assertThat(desk.<List<String>>system(() -> jdbc.queryForList(
                        "select outcome || ' ' || on_day from visit_contact where withdrawn_at is null order by id",
                        String.class)))
                .containsExactly("DONE 2026-07-12", "NOT_HOME 2026-07-12");
        assertThat(window(qian)).containsEntry("done", 0);
    }

    @Test
    void aRecordMovedToAnotherHouseholdTakesItsCreditAlong() {
        owe(neighbour, Per.MONTH, Channels.HOME_PHONE);
        long id = write(zhao, Sheets.on(LocalDate.parse("2026-07-10")));

        atPoint(() -> moves.move(id, neighbour, "选错了人", LIN));
        assertThat(window(zhao)).containsEntry("done", 0).containsEntry("settled_as", null);
        assertThat(window(neighbour)).containsEntry("done", 1).containsEntry("settled_as", "MET");

        atPoint(() -> moves.moveBack(id, "没有选错", LIN));
        assertThat(window(zhao)).containsEntry("done", 1).containsEntry("settled_as", "MET");
        assertThat(window(neighbour)).containsEntry("done", 0).containsEntry("settled_as", null);
    }

    @Test
    void aLateVisitMakesUpForTheMissAndCountsForItsOwnMonthOnly() {
        clock.set("2026-08-03T10:00:00");
        owe(zhao, "2026-08-01", Per.WEEK, Channels.HOME);
        report(visit("2026-08-03", ServiceMode.VISIT, Told.met(zhao, Finding.NO_CHANGE)));

        assertThat(window(zhao))
                .containsEntry("done", 0)
                .containsEntry("settled_as", "MADE_UP")
                .containsEntry("made_up_on", Date.valueOf("2026-08-03"));
        assertThat(settled()).contains(WindowSettled.As.MADE_UP);
    }

    @Test
    void aVisitInTimeThatIsWrittenDownLateMeetsItsWindow() {
        clock.set("2026-08-03T10:00:00");
        report(visit("2026-07-31", ServiceMode.PHONE, Told.met(zhao, Finding.NO_CHANGE)));

        assertThat(window(zhao))
                .containsEntry("done", 1)
                .containsEntry("settled_as", "MET")
                .containsEntry("made_up_on", null);
    }

    @Test
    void aVisitBeforeTheWindowWasOpenedCountsOnceItIs() {
        write(neighbour, Sheets.on(LocalDate.parse("2026-07-10")));
        owe(neighbour, Per.MONTH, Channels.HOME_PHONE);
        long id = (Long) window(neighbour).get("id");

        assertThat(window(neighbour)).containsEntry("done", 1).containsEntry("settled_as", "MET");
        credits.recount(List.of(id));
        assertThat(settled()).hasSize(1);
    }

    @Test
    void aSpecialNodesVisitCountsForTheWeekAsWellAsForTheDay() {
        desk.system(
                () -> jdbc.update(
                        "insert into special_node (district_code, name, start_on, end_on) values ('999901', '慈善周', '2026-07-13', '2026-07-16')"));
        step(
                neighbour,
                "2026-07-13",
                List.of(new Duty(Per.WEEK, 2, Channels.HOME, false)),
                List.of(new Duty(Per.DAY, 1, Channels.ANY, false)));
        report(visit("2026-07-14", ServiceMode.VISIT, Told.met(neighbour, Finding.NO_CHANGE)));

        assertThat(desk.<List<String>>system(() -> jdbc.queryForList(
                        """
                        select per || ' ' || start_on || ' ' || done || ' ' || coalesce(settled_as, '-')
                        from visit_window where person_id = ? order by per, start_on
                        """,
                        String.class,
                        neighbour)))
                .containsExactly(
                        "DAY 2026-07-13 0 MADE_UP",
                        "DAY 2026-07-14 1 MET",
                        "DAY 2026-07-15 0 -",
                        "WEEK 2026-07-13 1 -");
    }

    @Test
    void aChangeFoundBecomesAReportOnceAndAnEmergencyIsUrgent() {
        report(Told.met(zhao, Finding.CHANGED), Told.met(qian, Finding.EMERGENCY));

        assertThat(events.stream(ChangeFound.class)).hasSize(2);
        assertThat(desk.<List<Boolean>>system(() ->
                        jdbc.queryForList("select cannot_wait from change_report order by person_id", Boolean.class)))
                .containsExactly(false, true);
        assertThat(desk.tasks("assessChange")).hasSize(2);
    }

    private void assertProblem(String field, Told... told) {
        assertThatThrownBy(() -> report(told))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting(problem -> problem.field())
                        .contains(field));
    }

    private long report(Told... told) {
        return report(visit("2026-07-14", ServiceMode.VISIT, told));
    }

    private long report(VisitReport visit) {
        return atPoint(() -> reports.report(visit, LIN));
    }

    private static VisitReport visit(String on, ServiceMode mode, Told... told) {
        RecordSheet visit = Sheets.on(LocalDate.parse(on));
        RecordSheet sheet = new RecordSheet(
                visit.residentName(),
                visit.committeeCode(),
                visit.committeeName(),
                visit.tags(),
                mode,
                null,
                visit.participants(),
                visit.servedOn(),
                visit.hours(),
                visit.items(),
                visit.initiator(),
                visit.companions(),
                visit.content());
        return VisitReport.of(UUID.randomUUID(), List.of(told), sheet, null);
    }

    private long write(long personId, RecordSheet sheet) {
        return atPoint(() -> records.write(
                new NewServiceRecord(UUID.randomUUID(), sheet, List.of(), subjects.ofPerson(personId), null), LIN));
    }

    private long correct(long id, RecordSheet sheet) {
        return atPoint(() -> records.correct(id, UUID.randomUUID(), sheet, "日期写错了", List.of(), LIN));
    }

    private long person(String name) {
        return people.register(new NewPerson(Actors.POINT, name, null, null)).id();
    }

    private void owe(long personId, Per per, Channels channels) {
        owe(personId, JULY.toString(), per, channels);
    }

    private void owe(long personId, String from, Per per, Channels channels) {
        step(personId, from, List.of(new Duty(per, 1, channels, false)), List.of());
    }

    private void step(long personId, String from, List<Duty> duties, List<Duty> onNodes) {
        plans.change(
                personId,
                new VisitPlans.Change(
                        new PlanStep(LocalDate.parse(from), duties, onNodes, "TIER"),
                        Tier.HIGH,
                        "majorChange",
                        "songjiang",
                        "visit-tier:1 visit-cadence:1",
                        PLACE),
                Actor.machine(Actor.SYSTEM));
    }

    /** As the round does that starts its process. */
    private void start(long personId) {
        desk.system(() -> jdbc.update("update visit_window set started_at = now() where person_id = ?", personId));
    }

    /** July's window. */
    private Map<String, Object> window(long personId) {
        return desk.system(() -> jdbc.queryForMap(
                "select * from visit_window where person_id = ? and per = 'MONTH' and start_on = ?", personId, JULY));
    }

    private List<WindowSettled.As> settled() {
        return events.stream(WindowSettled.class).map(WindowSettled::as).toList();
    }

    private int contacts() {
        return desk.system(() ->
                jdbc.queryForObject("select count(*) from visit_contact where withdrawn_at is null", Integer.class));
    }

    private int recordCount() {
        return desk.system(() -> jdbc.queryForObject("select count(*) from service_record", Integer.class));
    }

    private int changeReports() {
        return desk.system(() -> jdbc.queryForObject("select count(*) from change_report", Integer.class));
    }

    private static Map<String, Object> row(String outcome, String reason) {
        var row = new HashMap<String, Object>();
        row.put("outcome", outcome);
        row.put("reason", reason);
        return row;
    }

    private static <T> T atPoint(Supplier<T> work) {
        return AT_POINT.call(work);
    }

    private static void atPoint(Runnable work) {
        AT_POINT.run(work);
    }
}
