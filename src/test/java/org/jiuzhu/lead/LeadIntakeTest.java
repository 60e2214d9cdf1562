package org.jiuzhu.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.lead.Tickets.HOTLINE;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class LeadIntakeTest {

    @Autowired
    LeadIntake intake;

    @Autowired
    LeadRepository leads;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void aTicketWithNothingButAStoryIsTakenByTheDefaultStation() {
        LeadReceipt receipt = intake.receive(Tickets.ticket("12345-1", "有个老人在楼下哭。"), HOTLINE);

        assertThat(receipt.number()).matches("XS-2026-\\d{6}");
        assertThat(receipt.status()).isEqualTo(LeadState.RECEIVED);
        Lead lead = read(receipt);
        assertThat(lead.place().orgCode()).isEqualTo(Actors.STATION);
        assertThat(lead.isPlaceAssumed()).isTrue();
        assertThat(lead.isAskSafety()).isTrue();
        assertThat(lead.story()).isEqualTo("有个老人在楼下哭。");
        assertThat(desk.openKeys()).containsExactly("userTask_triageLead");
        assertThat(groups()).containsExactly("stationConsultant:" + Actors.STATION);
    }

    @Test
    void theSameTicketTwiceIsOneLead() {
        LeadReceipt first = intake.receive(Tickets.ticket("12345-7", "第一次"), HOTLINE);
        LeadReceipt second = intake.receive(Tickets.ticket("12345-7", "第二次"), HOTLINE);

        assertThat(second.number()).isEqualTo(first.number());
        assertThat(first.repeated()).isFalse();
        assertThat(second.repeated()).isTrue();
        assertThat(count("lead")).isOne();
        assertThat(desk.tasks("triageLead")).hasSize(1);
        assertThat(read(first).story()).isEqualTo("第一次");
    }

    @Test
    void theSameTicketAtTheSameMomentIsOneLeadWithOneNumber() throws Exception {
        int callers = 6;
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            CyclicBarrier together = new CyclicBarrier(callers);
            Callable<LeadReceipt> deliver = () -> {
                together.await();
                return intake.receive(Tickets.ticket("12345-8", "同一张工单"), HOTLINE);
            };
            List<Future<LeadReceipt>> answers = threads.invokeAll(
                    IntStream.range(0, callers).mapToObj(i -> deliver).toList());
            List<LeadReceipt> receipts =
                    answers.stream().map(LeadIntakeTest::get).toList();

            assertThat(receipts)
                    .extracting(LeadReceipt::number)
                    .containsOnly(receipts.get(0).number());
            assertThat(receipts).filteredOn(receipt -> !receipt.repeated()).hasSize(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(count("lead")).isOne();
        assertThat(count("lead_ticket")).isOne();
        assertThat(desk.tasks("triageLead")).hasSize(1);
    }

    @Test
    void theSameNumberFromAnotherSourceIsAnotherLead() {
        intake.receive(Tickets.ticket("9", "热线"), HOTLINE);
        intake.receive(Tickets.lead(LeadSource.DEPARTMENT, "9", "部门", Said.NOTHING, Safety.UNKNOWN), HOTLINE);

        assertThat(count("lead")).isEqualTo(2);
    }

    @Test
    void aBadChecksumIsKeptAsSaidAndMarked() {
        Said said = new Said("赵示例", "999999195003120020", null, Actors.POINT, null, null, null);
        Lead lead = read(
                intake.receive(Tickets.lead(LeadSource.HOTLINE_12345, "1", "家里断了收入", said, Safety.UNKNOWN), HOTLINE));

        assertThat(lead.said().idNumber()).isEqualTo("999999195003120020");
        assertThat(lead.questionable()).containsExactly(FieldProblem.of("idNumber", "shared.idNumber.checksum"));
        assertThat(column("said_id_hash")).isNull();
        assertThat(lead.match()).isEqualTo(Match.NONE);
    }

    @Test
    void anUnknownCommitteeOfAKnownStreetGoesToThatStreetsStation() {
        Said said = new Said("钱演示", null, null, "999901005777", null, null, null);
        Lead lead = read(
                intake.receive(Tickets.lead(LeadSource.HOTLINE_12345, "2", "要问低保", said, Safety.UNKNOWN), HOTLINE));

        assertThat(lead.place().orgCode()).isEqualTo(Actors.STATION);
        assertThat(lead.isPlaceAssumed()).isFalse();
        assertThat(lead.said().committeeCode()).isEqualTo("999901005777");
        assertThat(lead.questionable()).containsExactly(FieldProblem.of("committeeCode", "lead.committeeCode.unknown"));
    }

    @Test
    void aLowerCaseXIsTheSameNumber() {
        Said said = new Said("蒋重复", "99999919930314014x", null, Actors.POINT, null, null, null);
        Lead lead =
                read(intake.receive(Tickets.lead(LeadSource.HOTLINE_12345, "3", "求助", said, Safety.UNKNOWN), HOTLINE));

        assertThat(lead.said().idNumber()).isEqualTo("99999919930314014X");
        assertThat(lead.questionable()).isEmpty();
        assertThat(column("said_id_hash")).isNotNull();
    }

    @Test
    void theTelephone12345IsTakenAsItIs() {
        Said said = new Said("孙虚构", null, "12345", Actors.POINT, null, null, null);
        Lead lead =
                read(intake.receive(Tickets.lead(LeadSource.HOTLINE_12345, "4", "求助", said, Safety.UNKNOWN), HOTLINE));

        assertThat(lead.said().phone()).isEqualTo("12345");
        assertThat(lead.questionable()).isEmpty();
    }

    @Test
    void aScriptInANameIsOnlyAName() {
        Said said = new Said("<script>alert(1)</script>", null, null, Actors.POINT, null, null, null);
        Lead lead =
                read(intake.receive(Tickets.lead(LeadSource.HOTLINE_12345, "5", "求助", said, Safety.UNKNOWN), HOTLINE));

        assertThat(lead.said().name()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void whatIdentifiesIsNotReadableInTheDatabase() {
        Said said = new Said("蒋重复", "99999919930314014X", "13800000193", Actors.POINT, null, "松鹤路", "2号301室");
        intake.receive(Tickets.lead(LeadSource.HOTLINE_12345, "6", "说来话长", said, Safety.UNKNOWN), HOTLINE);

        Map<String, Object> row = desk.system(() -> jdbc.queryForMap("select * from lead"));
        assertThat(row.get("said_id")).isInstanceOf(byte[].class);
        assertThat(row.toString()).doesNotContain("19930314", "13800000193", "301", "蒋重复", "说来话长");
    }

    @Test
    void theSourcesDeadlineHoldsAndFiveWorkdaysWhereItNamesNone() {
        Instant named = Instant.parse("2026-07-08T16:00:00Z");
        LeadReceipt own = intake.receive(Tickets.withDeadline(Tickets.ticket("a", "急"), named), HOTLINE);
        LeadReceipt usual = intake.receive(Tickets.ticket("b", "不急"), HOTLINE);
        LeadReceipt none =
                intake.receive(Tickets.about(LeadSource.CONSULTANT_FINDING, Said.NOTHING), Actors.pointConsultant());

        assertThat(own.replyDueAt()).isEqualTo(named);
        assertThat(usual.replyDueAt()).isEqualTo(Instant.parse("2026-07-13T16:00:00Z"));
        assertThat(none.replyDueAt()).isNull();
    }

    @Test
    void dangerToLifeComesBeforeEverythingElse() {
        NewLead lead = Tickets.lead(
                LeadSource.HOTLINE_12345,
                "e",
                "煤气味很重",
                Tickets.named("李虚构", null, Actors.POINT),
                new Safety(true, null, null, null));
        assertThat(read(intake.receive(lead, HOTLINE)).urgency().name()).isEqualTo("EMERGENCY");
        assertThat(desk.openKeys()).containsExactly("userTask_emergencyResponse");
        assertThat(groups()).containsExactlyInAnyOrder("pointLead:" + Actors.POINT, "stationLead:" + Actors.STATION);
    }

    private Lead read(LeadReceipt receipt) {
        return desk.system(() -> leads.findByNumber(receipt.number()).orElseThrow());
    }

    private Object column(String name) {
        return desk.system(
                () -> jdbc.queryForMap("select " + name + " from lead").get(name));
    }

    private List<String> groups() {
        return desk.system(
                () -> jdbc.queryForList("select group_key from work_offer order by group_key", String.class));
    }

    private int count(String table) {
        return desk.system(() -> jdbc.queryForObject("select count(*) from " + table, Integer.class));
    }

    private static LeadReceipt get(Future<LeadReceipt> answer) {
        try {
            return answer.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
