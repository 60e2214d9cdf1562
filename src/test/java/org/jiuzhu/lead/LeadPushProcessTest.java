package org.jiuzhu.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Register;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class LeadPushProcessTest {

    private static final Logger log = LoggerFactory.getLogger(LeadPushProcessTest.class);
    private static final Actor PLATFORM = Actor.machine("monitoring");

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    PushIntake intake;

    @Autowired
    PushLog pushes;

    @Autowired
    Register register;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void prepare() {
        init(engine);
        desk.system(() -> {
            register.addUnit(
                    new OrgUnit(PushFile.ABOLISHED, OrgUnit.Kind.POINT, "旧名居委", Actors.STATION, null, false), null);
            return true;
        });
    }

    @Test
    void everyEntryBecomesALeadAndTheProcessEnds() {
        String number = push(PushFile.bytes(entries(1, 3)));
        ProcessInstance process = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(number, "lead-push")
                .singleResult();
        assertThat(process).isWaitingAt("serviceTask_takeEntries");
        timers.runAsync();

        assertThat(process)
                .isEnded()
                .hasPassedInOrder("startEvent_leadsPushed", "serviceTask_takeEntries", "endEvent_pushTaken");
        assertThat(states(number)).containsExactly("ACCEPTED", "ACCEPTED", "ACCEPTED");
        assertThat(count("lead")).isEqualTo(3);
        assertThat(desk.tasks("triageLead")).hasSize(3);
        assertThat(read(number).isFinished()).isTrue();
        Map<String, Object> lead = desk.system(
                () -> jdbc.queryForMap("select source, source_ref, route from lead where source_ref = 'JC-000001'"));
        assertThat(lead).containsEntry("source", "PUSH").containsEntry("route", "triageAtStation");
    }

    @Test
    void tenThousandEntriesOfWhichThreeHundredAndTwentyAreWrongInSixteenWays() {
        int entries = Integer.getInteger("push.entries", 10_000);
        int each = 20;
        PushFile.Spoilt file = PushFile.array(entries, each);
        int wrong = file.kindByRow().size();
        long begin = System.nanoTime();
        String number = push(file.body());
        long kept = System.nanoTime();
        timers.runAsync();
        long done = System.nanoTime();
        log.info(
                "Push of {}: kept in {} ms, registered in {} ms, {} entries/s",
                entries,
                (kept - begin) / 1_000_000,
                (done - kept) / 1_000_000,
                entries * 1_000_000_000L / (done - kept));

        Push push = read(number);
        assertThat(push.accepted()).isEqualTo(entries - wrong);
        assertThat(push.rejected()).isEqualTo(wrong);
        assertThat(push.duplicates()).isZero();
        assertThat(count("lead")).isEqualTo(entries - wrong);
        assertThat(desk.tasks("triageLead")).hasSize(entries - wrong);
        assertThat(refused(push)).isEqualTo(expected(file));
        assertThat(kept - begin).as("kept within five seconds").isLessThan(5_000_000_000L);
    }

    @Test
    void theSamePushAgainChangesNothing() {
        byte[] body = PushFile.bytes(entries(1, 5));
        String number = push(body);
        timers.runAsync();
        PushIntake.Receipt again = intake.receive(PushBody.read(body, false), "another-reference", PLATFORM);
        timers.runAsync();

        assertThat(again.repeated()).isTrue();
        assertThat(again.number()).isEqualTo(number);
        assertThat(count("lead_push")).isOne();
        assertThat(count("lead")).isEqualTo(5);
    }

    @Test
    void anEntryThatCameBeforeOrTwiceIsADuplicateOfTheFirst() {
        push(PushFile.bytes(entries(1, 2)));
        timers.runAsync();
        ObjectNode unnamed = PushFile.entry(9);
        unnamed.remove("sourceRef");
        String number = push(PushFile.bytes(
                List.of(PushFile.entry(2), PushFile.entry(3), PushFile.entry(3), unnamed, unnamed.deepCopy())));
        timers.runAsync();

        assertThat(states(number)).containsExactly("DUPLICATE", "ACCEPTED", "DUPLICATE", "ACCEPTED", "DUPLICATE");
        List<PushRow> rows = rows(read(number), false);
        assertThat(rows.get(2).leadNumber()).isEqualTo(rows.get(1).leadNumber());
        assertThat(rows.get(0).leadNumber())
                .isEqualTo(desk.system(() ->
                        jdbc.queryForObject("select number from lead where source_ref = 'JC-000002'", String.class)));
        assertThat(count("lead")).isEqualTo(4);
    }

    @Test
    void twoEntriesAboutOnePersonAreTwoLeads() {
        ObjectNode second = PushFile.entry(1).put("sourceRef", "JC-again").put("story", "另一条预警");
        String number = push(PushFile.bytes(List.of(PushFile.entry(1), second)));
        timers.runAsync();

        assertThat(states(number)).containsExactly("ACCEPTED", "ACCEPTED");
        assertThat(count("lead")).isEqualTo(2);
    }

    @Test
    void aKilledPushGoesOnWhereItStood() {
        String number = push(PushFile.bytes(entries(1, Pushes.CHUNK + 30)));
        runOne();
        assertThat(read(number).settled()).isEqualTo(Pushes.CHUNK);
        assertThat(read(number).isFinished()).isFalse();
        timers.runAsync();

        assertThat(read(number).accepted()).isEqualTo(Pushes.CHUNK + 30);
        assertThat(count("lead")).isEqualTo(Pushes.CHUNK + 30);
    }

    @Test
    void oneEntryThatTheDatabaseRefusesTakesNoOtherWithIt() {
        desk.system(() -> {
            jdbc.update(
                    "insert into lead_ticket (source, source_ref, number) values ('PUSH', 'JC-000003', 'XS-nowhere')");
            return true;
        });
        String number = push(PushFile.bytes(entries(1, 5)));
        for (int i = 0; i < 20 && !read(number).isFinished(); i++) {
            try {
                runOne();
            } catch (RuntimeException failed) {
                log.debug("As expected", failed);
            }
        }

        assertThat(states(number)).containsExactly("ACCEPTED", "ACCEPTED", "REJECTED", "ACCEPTED", "ACCEPTED");
    }

    @Test
    void linesStandForThemselves() {
        String lines = PushFile.entry(1) + "\n{\"name\": \"半句\n\n[1]\n" + PushFile.entry(2) + "\r\n";
        String number = intake.receive(PushBody.read(lines.getBytes(StandardCharsets.UTF_8), true), null, PLATFORM)
                .number();
        timers.runAsync();

        assertThat(states(number)).containsExactly("ACCEPTED", "REJECTED", "REJECTED", "ACCEPTED");
        assertThat(rows(read(number), true))
                .extracting(row -> row.problems().get(0).messageKey())
                .containsExactly("lead.push.rowMalformed", "lead.push.noObject");
    }

    @Test
    void aStreetSeesItsOwnEntriesAndTheDistrictAll() {
        ObjectNode elsewhere = PushFile.entry(2).put("committeeCode", "999999999999");
        String number = push(PushFile.bytes(List.of(PushFile.entry(1), elsewhere)));
        timers.runAsync();

        DataScope station = new DataScope(DataScope.Level.STREET, Actors.STATION);
        DataScope district = new DataScope(DataScope.Level.DISTRICT, "999901");
        DataScope other = new DataScope(DataScope.Level.STREET, "999901004");
        assertThat(station.call(() ->
                        pushes.rows(pushes.find(number).orElseThrow(), false, 0).rows()))
                .hasSize(1);
        assertThat(district.call(() ->
                        pushes.rows(pushes.find(number).orElseThrow(), false, 0).rows()))
                .hasSize(2);
        assertThat(other.call(() -> pushes.find(number))).isEmpty();
    }

    @Test
    void whatIdentifiesIsNotReadableInTheDatabase() {
        push(PushFile.bytes(entries(1, 1)));

        assertThatThrownBy(() -> desk.system(() -> jdbc.queryForObject(
                        "select convert_from(as_received, 'UTF8') from lead_push_entry", String.class)))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
    }

    private String push(byte[] body) {
        return intake.receive(PushBody.read(body, false), null, PLATFORM).number();
    }

    private void runOne() {
        String job = engine.getManagementService()
                .createJobQuery()
                .activityId("serviceTask_takeEntries")
                .singleResult()
                .getId();
        DataScope.system("job").run(() -> engine.getManagementService().executeJob(job));
    }

    private static List<ObjectNode> entries(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToObj(PushFile::entry).toList();
    }

    private Push read(String number) {
        return desk.system(() -> pushes.find(number).orElseThrow());
    }

    private List<String> states(String number) {
        return rows(read(number), false).stream().map(row -> row.state().name()).toList();
    }

    private List<PushRow> rows(Push push, boolean errors) {
        return desk.system(() -> pushes.rows(push, errors, 0).rows());
    }

    /** Field and reason of every refused row. */
    private Map<Integer, String> refused(Push push) {
        return desk.system(() -> jdbc
                .query(
                        "select row_no, problems from lead_push_entry where push_id = ? and state = 'REJECTED'",
                        (row, at) -> Map.entry(row.getInt("row_no"), Questionable.read(row.getString("problems"))),
                        push.id())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, row -> row.getValue().stream()
                        .map(problem -> problem.field() + " " + problem.messageKey())
                        .collect(Collectors.joining(", ")))));
    }

    private static Map<Integer, String> expected(PushFile.Spoilt file) {
        return file.kindByRow().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, row -> {
            PushFile.Kind kind = PushFile.KINDS.get(row.getValue());
            return kind.field() + " " + kind.messageKey();
        }));
    }

    private int count(String table) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Integer.class));
    }
}
