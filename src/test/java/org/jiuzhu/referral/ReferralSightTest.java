package org.jiuzhu.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.jiuzhu.support.Actors.NGO_1;
import static org.jiuzhu.support.Actors.NGO_2;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jiuzhu.household.Household;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Answers;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees what of referrals, as the database decides it. */
@JiuzhuTest
class ReferralSightTest {

    private static final String TODAY = "2026-07-06";
    private static final Actor GU = Actors.stationConsultant();
    private static final Actor QIMING = Actors.ngoWorker(NGO_1);
    private static final Actor TONGXING = Actors.ngoWorker(NGO_2);

    @Autowired
    RuntimeService runtime;

    @Autowired
    Referrals referrals;

    @Autowired
    Homes homes;

    @Autowired
    Desk desk;

    @BeforeEach
    void offerToTheFirstPoint() {
        homes.libraries();
        refer(7, homes.ofOne(Actors.POINT, "赵示例", "999999195003120026", "13800000026"), "WORK_JOB");
        desk.complete("proposeReferral", GU, Answers.consents(TODAY, NGO_1, NGO_2));
    }

    @Test
    void thePointAskedSeesTheReferralAndNothingOfTheHousehold() {
        assertThat(desk.rowsSeenBy(QIMING))
                .containsExactly(
                        entry("referral", 1L),
                        entry("referral_offer", 1L),
                        entry("timeline_event", 1L),
                        entry("work_item", 1L));
        assertThat(desk.rowsSeenBy(TONGXING)).isEmpty();
    }

    @Test
    void aPointLosesSightWhenItDeclines() {
        desk.complete("acceptReferral", QIMING, Answers.declines());

        // that it was asked and answered stays on its own time line, without a name
        assertThat(desk.rowsSeenBy(QIMING)).containsExactly(entry("timeline_event", 2L));
        assertThat(desk.rowsSeenBy(TONGXING))
                .containsExactly(
                        entry("referral", 1L),
                        entry("referral_offer", 1L),
                        entry("timeline_event", 1L),
                        entry("work_item", 1L));
    }

    @Test
    void aPointSeesItsOwnReferralsOnly() {
        refer(8, homes.ofOne(Actors.POINT, "周样张", "99999919580707001X", "13800000113"), "LIVING_CARE");
        desk.complete("proposeReferral", GU, Answers.consents(TODAY, NGO_2));

        assertThat(desk.rowsSeenBy(TONGXING))
                .containsExactly(
                        entry("referral", 1L),
                        entry("referral_offer", 1L),
                        entry("timeline_event", 1L),
                        entry("work_item", 1L));
        assertThat(desk.rowsSeenBy(QIMING)).containsEntry("referral", 1L);
        assertThat(desk.rowsSeenBy(GU)).containsEntry("referral", 2L).containsEntry("referral_offer", 2L);
    }

    @Test
    void whatAPointDidIsReadByTheStationAndByNoOtherPoint() {
        desk.complete("acceptReferral", QIMING, Answers.accepts("2026-07-08"));
        desk.complete("deliverService", QIMING, Answers.served(TODAY));

        assertThat(desk.rowsSeenBy(GU)).containsEntry("referral_service", 1L);
        assertThat(desk.rowsSeenBy(QIMING)).containsEntry("referral_service", 1L);
        assertThat(desk.rowsSeenBy(TONGXING)).isEmpty();
    }

    @Test
    void anotherPointOfTheStreetSeesNothing() {
        assertThat(desk.rowsSeenBy(Actors.at("zhu.yangli", "朱样例", Actors.OTHER_POINT, "pointLead")))
                .isEmpty();
        assertThat(desk.rowsSeenBy(Actors.pointConsultant())).containsEntry("referral", 1L);
    }

    private void refer(long caseId, Household home, String need) {
        homes.toBeReferred(caseId, home, need, Answers.EXCERPT);
        desk.system(() -> {
            long referral = referrals.open(caseId, home.id(), "NORMAL").get(0);
            return runtime.startProcessInstanceByKey(
                    "referral",
                    referrals.number(referral),
                    Map.of(
                            "caseId",
                            caseId,
                            "householdId",
                            home.id(),
                            "orgCode",
                            Actors.POINT,
                            "urgency",
                            "NORMAL",
                            "referralId",
                            referral));
        });
    }
}
