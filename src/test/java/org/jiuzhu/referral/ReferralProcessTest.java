package org.jiuzhu.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.jiuzhu.support.Actors.NGO_1;
import static org.jiuzhu.support.Actors.NGO_2;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.NeedStatus;
import org.jiuzhu.household.Needs;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Answers;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.Timers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The day is Monday 2026-07-06. */
@JiuzhuTest
class ReferralProcessTest {

    private static final long CASE = 7;
    private static final String TODAY = "2026-07-06";
    private static final Actor GU = Actors.stationConsultant();
    private static final Actor LU = Actors.stationLead();
    private static final Actor QIMING = Actors.ngoWorker(NGO_1);
    private static final Actor TONGXING = Actors.ngoWorker(NGO_2);

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Referrals referrals;

    @Autowired
    Needs needs;

    @Autowired
    Homes homes;

    @Autowired
    Desk desk;

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcTemplate jdbc;

    Household home;
    long referralId;
    ProcessInstance process;

    @BeforeEach
    void register() {
        init(engine);
        homes.libraries();
        home = homes.ofOne(Actors.POINT, "赵示例", "999999195003120026", "13800000026");
    }

    @Test
    void aReferralIsOfferedAcceptedServedAndConfirmed() {
        start("WORK_JOB");
        assertThat(ngoOf("proposeReferral")).isNull();
        consent(NGO_1, NGO_2);

        assertThat(process).isWaitingAt("userTask_acceptReferral").variables().containsEntry("ngoCode", NGO_1);
        assertThat(groups()).containsExactly("ngoWorker:" + NGO_1);
        assertThat(ngoOf("acceptReferral")).isEqualTo(NGO_1);
        desk.complete("acceptReferral", QIMING, Answers.accepts("2026-07-08"));
        desk.complete("deliverService", QIMING, Answers.served(TODAY));
        desk.complete("submitOutcome", QIMING, Answers.outcome(TODAY, "ACHIEVED"));
        assertThat(ngoOf("confirmOutcome")).isNull();
        desk.complete("confirmOutcome", GU, Answers.confirms());

        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_referralNeeded",
                        "ruleTask_referralRouting",
                        "userTask_proposeReferral",
                        "serviceTask_offerReferral",
                        "userTask_acceptReferral",
                        "userTask_deliverService",
                        "userTask_submitOutcome",
                        "userTask_confirmOutcome",
                        "endEvent_served");
        assertThat(referral().status()).isEqualTo(Referral.Status.CONFIRMED);
        assertThat(referral().outcome()).isEqualTo(Referral.Outcome.ACHIEVED);
        assertThat(referral().brief()).isEqualTo(new Referral.Brief("赵示例", "13800000026", Answers.EXCERPT));
        assertThat(need().status()).isEqualTo(NeedStatus.MET);
        assertThat(offers()).containsExactly(NGO_1 + " ACCEPTED");
        assertThat(column("select ngo_code from referral_service")).containsExactly(NGO_1);
        assertThat(kinds())
                .containsExactly(
                        "task.userTask_proposeReferral",
                        "referral.offered",
                        "referral.accepted",
                        "task.userTask_acceptReferral",
                        "task.userTask_deliverService",
                        "task.userTask_submitOutcome",
                        "task.userTask_confirmOutcome");
        assertThat(desk.openKeys()).isEmpty();
    }

    @Test
    void withoutAnyProviderTheConferenceDecidesAtOnce() {
        homes.capacity(NGO_1, 0);
        homes.capacity(NGO_2, 0);
        start("WORK_JOB");

        assertThat(process).isWaitingAt("callActivity_caseConference").hasNotPassed("userTask_proposeReferral");
        assertThat(conferenceReason()).isEqualTo("NO_PROVIDER");
        confer("UNPLACED", null, null);

        assertThat(process).isEnded().hasPassed("endEvent_decidedByConference");
        assertThat(referral().status()).isEqualTo(Referral.Status.UNPLACED);
        assertThat(offers()).isEmpty();
        assertThat(desk.openKeys()).isEmpty();
    }

    @Test
    void refusedConsentEndsTheReferral() {
        start("WORK_JOB");
        desk.complete("proposeReferral", GU, Answers.refusesConsent(TODAY));

        assertThat(process).isEnded().hasPassed("endEvent_notConsented").hasNotPassed("serviceTask_offerReferral");
        assertThat(referral().status()).isEqualTo(Referral.Status.NOT_CONSENTED);
        assertThat(need().status()).isEqualTo(NeedStatus.DROPPED);
        assertThat(offers()).isEmpty();
        assertThat(kinds()).containsExactly("task.userTask_proposeReferral");
        assertThat(desk.openKeys()).isEmpty();
    }

    @Test
    void aDeclineIsOfferedToTheSecondPointTheSameDay() {
        start("WORK_JOB");
        consent(NGO_1, NGO_2);
        desk.complete("acceptReferral", QIMING, Answers.declines());

        assertThat(process).isWaitingAt("userTask_acceptReferral");
        assertThat(groups()).containsExactly("ngoWorker:" + NGO_2);
        assertThat(column("select offered_at::date::text from referral_offer")).containsExactly(TODAY, TODAY);
        // three workdays after Monday end on Thursday at 24:00
        assertThat(timers.dueOf("timer_acceptSilence")).isEqualTo(Instant.parse("2026-07-09T16:00:00Z"));

        desk.complete("acceptReferral", TONGXING, Answers.accepts("2026-07-08"));
        assertThat(process).isWaitingAt("userTask_deliverService");
        assertThat(offers()).containsExactly(NGO_1 + " DECLINED", NGO_2 + " ACCEPTED");
        assertThat(referral().ngoCode()).isEqualTo(NGO_2);
        assertThat(referral().offers()).isEqualTo(2);
        assertThat(kinds())
                .containsSubsequence("referral.offered", "referral.declined", "referral.offered", "referral.accepted");
    }

    @Test
    void silenceUntilTheDeadlineCountsAsADecline() {
        start("WORK_JOB");
        consent(NGO_1, NGO_2);
        timers.fire("timer_acceptSilence");

        assertThat(process)
                .hasPassedInOrder("timer_acceptSilence", "serviceTask_recordSilence", "ruleTask_referralRouting")
                .isWaitingAt("userTask_acceptReferral");
        assertThat(groups()).containsExactly("ngoWorker:" + NGO_2);
        assertThat(offers()).containsExactly(NGO_1 + " SILENT", NGO_2 + " null");
        assertThat(kinds()).contains("referral.silent");
    }

    @Test
    void anAnswerAfterTheDeadlineComesTooLate() {
        start("WORK_JOB");
        consent(NGO_1, NGO_2);
        String offered = desk.task("acceptReferral");
        timers.fire("timer_acceptSilence");

        assertThatThrownBy(() -> desk.completeTask(offered, QIMING, Answers.accepts("2026-07-13")))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refusal.messageKey()).isEqualTo("task.movedOn");
                });
        assertThat(offers()).containsExactly(NGO_1 + " SILENT", NGO_2 + " null");
    }

    @ParameterizedTest
    @CsvSource({
        "DIRECT_SERVICE, responsible, lin.shiyong, BY_CONFERENCE, PLANNED",
        "RESOURCE_LINK, resourceId, 1, BY_CONFERENCE, PLANNED",
        "UNPLACED, , , UNPLACED, UNPLACED"
    })
    void aSecondDeclineGoesToConferenceAndToNoThirdPoint(
            String decision, String key, String value, Referral.Status referred, NeedStatus needed) {
        homes.furtherPoint("52999999MJ0000034K", "第三家服务社", "WORK_JOB");
        start("WORK_JOB");
        consent(NGO_1, NGO_2, "52999999MJ0000034K");
        desk.complete("acceptReferral", QIMING, Answers.declines());
        timers.fire("timer_acceptSilence");

        assertThat(process).isWaitingAt("callActivity_caseConference");
        assertThat(offers()).hasSize(2);
        assertThat(conferenceReason()).isEqualTo("REFERRAL_DECLINED");
        assertThat(groups()).containsExactly("stationLead:" + Actors.STATION);
        confer(decision, key, value);

        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "callActivity_caseConference", "serviceTask_applyConference", "endEvent_decidedByConference");
        assertThat(referral().status()).isEqualTo(referred);
        assertThat(referral().conferenceId()).isNotNull();
        assertThat(need().status()).isEqualTo(needed);
        assertThat(need().intervention())
                .isEqualTo(needed == NeedStatus.PLANNED ? Intervention.valueOf(decision) : Intervention.REFERRAL);
        assertThat(kinds()).last().isEqualTo("referral.conferenceDecided");
        assertThat(desk.openKeys()).isEmpty();
    }

    @Test
    void whomTheHouseholdDidNotConsentToIsNotAsked() {
        start("WORK_JOB");
        consent(NGO_2);

        assertThat(groups()).containsExactly("ngoWorker:" + NGO_2);
        desk.complete("acceptReferral", TONGXING, Answers.declines());

        assertThat(process).isWaitingAt("callActivity_caseConference");
        assertThat(conferenceReason()).isEqualTo("NO_PROVIDER");
        assertThat(offers()).containsExactly(NGO_2 + " DECLINED");
    }

    @Test
    void aPointThatFilledUpMeanwhileIsPassedOver() {
        start("WORK_JOB");
        homes.capacity(NGO_1, 0);
        consent(NGO_1, NGO_2);

        assertThat(groups()).containsExactly("ngoWorker:" + NGO_2);
    }

    @Test
    void whereEverybodyFilledUpMeanwhileTheConferenceDecides() {
        start("WORK_JOB");
        homes.capacity(NGO_1, 0);
        homes.capacity(NGO_2, 0);
        consent(NGO_1, NGO_2);

        assertThat(process)
                .hasPassedInOrder("userTask_proposeReferral", "ruleTask_referralRouting")
                .hasNotPassed("serviceTask_offerReferral")
                .isWaitingAt("callActivity_caseConference");
        assertThat(conferenceReason()).isEqualTo("NO_PROVIDER");
    }

    @Test
    void aPointThatIsFullInAnotherStreetIsFullHereToo() {
        homes.capacity(NGO_1, 1);
        desk.system(() -> jdbc.update(
                """
                insert into referral (version, number, case_id, household_id, person_id, need_id, need_code, urgency, status,
                    ngo_code, offers, brief_name, opened_at, district_code, street_code)
                values (0, 'ZJ-2026-999999', 8, 8, 8, 8, 'WORK_JOB', 'NORMAL', 'ACCEPTED', ?, 1, ''::bytea, now(), '999901', '999901004')
                """,
                NGO_1));
        start("WORK_JOB");

        consent(NGO_1, NGO_2);

        assertThat(groups()).containsExactly("ngoWorker:" + NGO_2);
    }

    @Test
    void anOutcomeThatSaysTooLittleIsReturnedAndSubmittedAgain() {
        start("WORK_JOB");
        consent(NGO_1, NGO_2);
        desk.complete("acceptReferral", QIMING, Answers.accepts("2026-07-08"));
        desk.complete("deliverService", QIMING, Answers.served(TODAY));
        desk.complete("submitOutcome", QIMING, Answers.outcome(TODAY, "PARTLY"));
        desk.complete("confirmOutcome", GU, Answers.asksForMore("请写明上了几天班"));

        assertThat(process).isWaitingAt("userTask_submitOutcome");
        assertThat(groups()).containsExactly("ngoWorker:" + NGO_1);
        assertThat(referral().status()).isEqualTo(Referral.Status.ACCEPTED);
        assertThat(referral().returnNote()).isEqualTo("请写明上了几天班");

        desk.complete("submitOutcome", QIMING, Answers.outcome(TODAY, "PARTLY"));
        desk.complete("confirmOutcome", GU, Answers.confirms());
        assertThat(process)
                .isEnded()
                .hasPassedInOrder(
                        "userTask_submitOutcome",
                        "userTask_confirmOutcome",
                        "userTask_submitOutcome",
                        "userTask_confirmOutcome",
                        "endEvent_served");
        assertThat(referral().returnNote()).isNull();
        assertThat(need().status()).isEqualTo(NeedStatus.MET);
    }

    @Test
    void aNeedThatServiceDidNotMeetStaysOpen() {
        start("WORK_JOB");
        consent(NGO_1, NGO_2);
        desk.complete("acceptReferral", QIMING, Answers.accepts("2026-07-08"));
        desk.complete("deliverService", QIMING, Answers.served(TODAY));
        desk.complete("submitOutcome", QIMING, Answers.outcome(TODAY, "NOT_ACHIEVED"));
        desk.complete("confirmOutcome", GU, Answers.confirms());

        assertThat(process).isEnded();
        assertThat(referral().status()).isEqualTo(Referral.Status.CONFIRMED);
        assertThat(need().status()).isEqualTo(NeedStatus.OPEN);
    }

    @Test
    void aFirstServiceDueSoonIsRemindedAndALateOneGoesToTheStationLead() {
        start("WORK_JOB");
        consent(NGO_1, NGO_2);
        desk.complete("acceptReferral", QIMING, Answers.accepts("2026-07-08"));
        // five workdays after Monday end on the next Monday at 24:00
        assertThat(timers.dueOf("timer_deliverServiceDue")).isEqualTo(Instant.parse("2026-07-13T16:00:00Z"));

        timers.fire("timer_deliverServiceReminder");
        assertThat(process).hasPassed("serviceTask_remindDeliverService").isWaitingAt("userTask_deliverService");
        assertThat(groups()).containsExactly("ngoWorker:" + NGO_1);

        timers.fire("timer_deliverServiceDue");
        assertThat(process).hasPassed("serviceTask_escalateDeliverService").isWaitingAt("userTask_deliverService");
        assertThat(groups()).containsExactly("ngoWorker:" + NGO_1, "stationLead:" + Actors.STATION);
        assertThat(kinds()).containsSubsequence("task.reminded", "task.escalated");

        desk.complete("deliverService", QIMING, Answers.served("2026-07-13"));
        assertThat(column("select late::text from timeline_event where kind = 'task.userTask_deliverService'"))
                .containsExactly("true");
    }

    @Test
    void everyNeedOfAPlanIsReferredOnce() {
        homes.toBeReferred(CASE, home, "WORK_JOB", Answers.EXCERPT);
        homes.toBeReferred(CASE, home, "LIVING_CARE", "洗澡要人帮。");

        List<Long> opened = desk.system(() -> referrals.open(CASE, home.id(), "NORMAL"));
        assertThat(opened).hasSize(2);
        assertThat(desk.system(() -> referrals.open(CASE, home.id(), "NORMAL"))).isEqualTo(opened);
        assertThat(desk.system(() -> needs.ofCase(CASE)))
                .extracting(Need::category, Need::status)
                .containsExactly(tuple("WORK_JOB", NeedStatus.REFERRED), tuple("LIVING_CARE", NeedStatus.REFERRED));
    }

    private void start(String need) {
        homes.toBeReferred(CASE, home, need, Answers.EXCERPT);
        process = desk.system(() -> {
            referralId = referrals.open(CASE, home.id(), "NORMAL").get(0);
            return runtime.startProcessInstanceByKey(
                    "referral",
                    referrals.number(referralId),
                    Map.of(
                            "caseId",
                            CASE,
                            "householdId",
                            home.id(),
                            "orgCode",
                            Actors.POINT,
                            "urgency",
                            "NORMAL",
                            "referralId",
                            referralId));
        });
    }

    private void consent(String... ngoCodes) {
        desk.complete("proposeReferral", GU, Answers.consents(TODAY, ngoCodes));
    }

    private void confer(String decision, String key, String value) {
        String day = clock.now().atZone(ProductClock.ZONE).toLocalDate().toString();
        desk.complete("conveneConference", LU, Answers.convenes(day));
        desk.complete(
                "recordConference",
                LU,
                key == null ? Answers.decides(day, decision) : Answers.decides(day, decision, key, value));
    }

    private Referral referral() {
        return desk.system(() -> referrals.get(referralId));
    }

    private Need need() {
        return desk.system(() -> needs.get(referral().needId()));
    }

    private String ngoOf(String function) {
        return desk.system(() -> jdbc.queryForObject(
                "select ngo_code from work_item where task_id = ?", String.class, desk.task(function)));
    }

    private String conferenceReason() {
        return column("select reason from conference").get(0);
    }

    private List<String> groups() {
        return column("select group_key from work_offer order by group_key");
    }

    private List<String> offers() {
        return column(
                "select ngo_code || ' ' || coalesce(answer, 'null') from referral_offer order by offered_at, ngo_code");
    }

    private List<String> kinds() {
        return column("select kind from timeline_event where referral_id = " + referralId + " order by id");
    }

    private List<String> column(String sql) {
        return desk.system(() -> jdbc.queryForList(sql, String.class));
    }
}
