package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.support.Actors.NGO_1;
import static org.jiuzhu.support.Actors.NGO_2;

import java.time.LocalDateTime;
import java.util.List;
import org.jiuzhu.conference.Conference;
import org.jiuzhu.conference.Conferences;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.NewLead;
import org.jiuzhu.lead.Safety;
import org.jiuzhu.lead.Said;
import org.jiuzhu.referral.Referral;
import org.jiuzhu.referral.Referrals;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Answers;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.workflow.EngineClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** domain.md section 5: timeout is decline, the second goes to conference, nobody is asked a third time by itself. */
@JiuzhuTest
@DisplayName("11. The NGO declines twice or is silent")
class NgoDeclinesTwiceOrIsSilentTest {

    private static final String THIRD = "52999999MJ0000034K";
    private static final Actor LU = Actors.stationLead();
    private static final Actor SUPERVISOR = Actors.at("tang.xushe", "唐虚设", "999901", "districtSupervisor");

    @Autowired
    LeadIntake intake;

    @Autowired
    Journey journey;

    @Autowired
    Referrals referrals;

    @Autowired
    Conferences conferences;

    @Autowired
    EngineClock engine;

    @Autowired
    TestClock clock;

    @Autowired
    Homes homes;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void aCaseStandsAtTheFirstOffer() {
        homes.libraries();
        homes.furtherPoint(THIRD, "第三家服务社", "WORK_JOB");
        String idNumber = "999999195003120026";
        homes.ofOne(Actors.POINT, "赵示例", idNumber, "13800000026");
        Said said = new Said("赵示例", idNumber, null, Actors.POINT, null, null, null);
        NewLead lead = new NewLead(
                LeadSource.HOTLINE_12345,
                "11",
                null,
                null,
                "想找份工作。",
                null,
                null,
                said,
                Safety.UNKNOWN,
                null,
                null,
                List.of());
        String number = intake.receive(lead, Actor.machine("hotline12345")).number();
        journey.until(number, "acceptReferral", Route.DECLINED_TWICE);
    }

    @Test
    @DisplayName("A decline and a silence: unplaced with its reason, which the district reads")
    void declinedThenSilent() {
        desk.complete("acceptReferral", Actors.ngoWorker(NGO_1), Answers.declines());
        nobodyAnswersUntil("2026-07-10T08:00:00");

        assertThat(desk.openKeys()).containsExactly("userTask_conveneConference");
        assertThat(offers()).containsExactly(NGO_1 + " DECLINED", NGO_2 + " SILENT");
        confer("UNPLACED", null, null);

        Referral referral = referral();
        assertThat(referral.status()).isEqualTo(Referral.Status.UNPLACED);
        assertThat(offers()).hasSize(2);
        assertThat(desk.openKeys()).containsExactly("userTask_followUp");
        assertThat(desk.rowsSeenBy(SUPERVISOR)).containsKeys("referral", "conference");
        Conference conference = desk.system(() -> conferences.get(referral.conferenceId()));
        assertThat(conference.reason()).isEqualTo(Conference.Reason.REFERRAL_DECLINED);
        assertThat(conference.decisionReason()).isEqualTo("两家机构都没有名额，先由居委每周联系。");
    }

    @Test
    @DisplayName("Two silences: the station lead chairs, the point serves directly")
    void silentTwice() {
        nobodyAnswersUntil("2026-07-10T08:00:00");
        assertThat(desk.openKeys()).containsExactly("userTask_acceptReferral");
        nobodyAnswersUntil("2026-07-17T08:00:00");

        assertThat(offers()).containsExactly(NGO_1 + " SILENT", NGO_2 + " SILENT");
        assertThat(column("select group_key from work_offer")).containsExactly("stationLead:" + Actors.STATION);
        confer("DIRECT_SERVICE", "responsible", "lin.shiyong");

        assertThat(referral().status()).isEqualTo(Referral.Status.BY_CONFERENCE);
        assertThat(column("select intervention || ' ' || status from need")).containsExactly("DIRECT_SERVICE PLANNED");
        assertThat(desk.openKeys()).containsExactly("userTask_followUp");
    }

    @Test
    @DisplayName("Two declines on one day: a resource is linked")
    void declinedTwice() {
        desk.complete("acceptReferral", Actors.ngoWorker(NGO_1), Answers.declines());
        desk.complete("acceptReferral", Actors.ngoWorker(NGO_2), Answers.declines());

        assertThat(offers()).containsExactly(NGO_1 + " DECLINED", NGO_2 + " DECLINED");
        confer("RESOURCE_LINK", "resourceId", "1");

        assertThat(referral().status()).isEqualTo(Referral.Status.BY_CONFERENCE);
        assertThat(column("select intervention || ' ' || status from need")).containsExactly("RESOURCE_LINK PLANNED");
        assertThat(offers()).hasSize(2);
    }

    private void nobodyAnswersUntil(String moment) {
        engine.walkTo(LocalDateTime.parse(moment).atZone(ProductClock.ZONE).toInstant(), clock::set);
    }

    private void confer(String decision, String key, String value) {
        String day = clock.now().atZone(ProductClock.ZONE).toLocalDate().toString();
        desk.complete("conveneConference", LU, Answers.convenes(day));
        desk.complete(
                "recordConference",
                LU,
                key == null ? Answers.decides(day, decision) : Answers.decides(day, decision, key, value));
        engine.runDueJobs();
    }

    private Referral referral() {
        return desk.system(() -> referrals.get(jdbc.queryForObject("select max(id) from referral", Long.class)));
    }

    private List<String> offers() {
        return column(
                "select ngo_code || ' ' || coalesce(answer, 'null') from referral_offer order by offered_at, ngo_code");
    }

    private List<String> column(String sql) {
        return desk.system(() -> jdbc.queryForList(sql, String.class));
    }
}
