package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.jiuzhu.rules.ReferralRouting.Provider;
import org.jiuzhu.rules.Staffing.UnitKind;
import org.jiuzhu.shared.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the rest of the product asks, for the jurisdictions whose notices we have. */
class TypedRulesTest {

    private final Rules rules = RulesOf.shipped();

    @Test
    void songjiangHasItsTiersAndTheDefaultsForWhatItLeavesOpen() {
        var set = new CaseRules(rules).of("songjiang");
        assertThat(set)
                .isEqualTo(new CaseRuleSet(
                        false,
                        true,
                        true,
                        true,
                        true,
                        2,
                        2,
                        2,
                        true,
                        CadenceMode.TIERED,
                        Period.ofMonths(6),
                        Period.ofYears(1)));
    }

    @Test
    void putuoAsksForACreditCommitment() {
        assertThat(new CaseRules(rules).of("putuo").creditCommitmentRequired()).isTrue();
        assertThat(new CaseRules(rules)
                        .ruling("putuo", "creditCommitmentRequired")
                        .source())
                .isEqualTo("PT(一)");
    }

    @Test
    void chuanshaNeedsTwoAtAPointAndTheHeadOfTheCommittee() {
        var staffing = new Staffing(rules);
        assertThat(staffing.minimum("chuansha", UnitKind.POINT).number("value")).isEqualTo(2);
        assertThat(staffing.leadIsCommitteeHead("chuansha")).isTrue();
        assertThat(staffing.othersFullTime("chuansha", UnitKind.POINT)).isTrue();
    }

    @Test
    void putuoSetsAGradeAndARatioAndSongjiangNeither() {
        var staffing = new Staffing(rules);
        assertThat(staffing.officerMinGrade("putuo")).hasValue(8);
        assertThat(staffing.hukouPerConsultant("putuo")).hasValue(10000);
        assertThat(staffing.officerMinGrade("songjiang")).isEmpty();
        assertThat(staffing.hukouPerConsultant("songjiang")).isEmpty();
        assertThat(staffing.minimum("songjiang", UnitKind.STATION).isAssumption())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "songjiang, stationConsultant",
        "chuansha, stationConsultant pointConsultant",
        "hangtou, pointConsultant",
        "changning, stationConsultant",
    })
    void whoFollowsUpIsTheProfilesChoice(String profile, String roles) {
        assertThat(new TaskRouting(rules).rolesFor("followUp", profile)).containsExactly(roles.split(" "));
    }

    @Test
    void aStepWithoutRolesIsAnError() {
        assertThatThrownBy(() -> new TaskRouting(rules).rolesFor("dance", "songjiang"))
                .isInstanceOf(NoRule.class);
    }

    @Test
    void aSpecialNodeAddsADailyContactInPutuo() {
        assertThat(new VisitCadences(rules).of("putuo", Tier.SPECIAL, true))
                .extracting(cadence -> cadence.count() + " " + cadence.period())
                .containsExactly("2 WEEK", "1 DAY");
    }

    @Test
    void aTierWithoutACadenceIsAnErrorAndNoWindowIsSaidExplicitly() {
        var cadences = new VisitCadences(rules);
        assertThatThrownBy(() -> cadences.of("songjiang", Tier.SPECIAL, false)).isInstanceOf(NoRule.class);
        assertThat(cadences.of("songjiang", Tier.NONE, false))
                .extracting(VisitCadence::period)
                .containsExactly(VisitCadence.Per.NONE);
    }

    @Test
    void aLeadIsPrioritisedRoutedAndAnswered() {
        var leads = new LeadDecisions(rules, RulesOf.deadlines("2026-07-06T10:00"));
        var priority = leads.priority("songjiang", null, true, null, null);
        assertThat(priority.urgency()).isEqualTo(Urgency.URGENT);
        assertThat(priority.askSafety()).isTrue();
        assertThat(leads.route("songjiang", Urgency.URGENT, "HOTLINE_12345", true)
                        .step())
                .isEqualTo("triageAtStation");
    }

    @Test
    void aTicketKeepsItsOwnDeadlineAndGetsFiveWorkdaysWithoutOne() {
        var leads = new LeadDecisions(rules, RulesOf.deadlines("2026-07-06T10:00"));
        Instant received = RulesOf.at("2026-07-06T10:00");
        Instant own = RulesOf.at("2026-07-07T12:00");
        assertThat(leads.replyDue("songjiang", "HOTLINE_12345", own, received)).hasValue(own);
        assertThat(leads.replyDue("songjiang", "HOTLINE_12345", null, received))
                .hasValue(RulesOf.at("2026-07-14T00:00"));
        assertThat(leads.replyDue("songjiang", "INFORMANT", null, received)).isEmpty();
    }

    @Test
    void theClassIsProposedWithItsReason() {
        var proposal = new PolicyFindClasses(rules).propose("songjiang", false, false, 2, false);
        assertThat(proposal.policyFindClass()).isEqualTo(PolicyFindClass.PF_INELIGIBLE_HARDSHIP);
        assertThat(proposal.reason()).isEqualTo("ineligibleHardship");
        assertThat(proposal.ruling().isAssumption()).isTrue();
    }

    @Test
    void organisationsAreRankedByStreetThenLoadThenName() {
        var routing = new ReferralRouting(rules);
        assertThat(routing.rank(
                        "songjiang",
                        List.of(
                                asked("B", false, 0),
                                asked("C", true, 3),
                                asked("D", true, 1),
                                asked("A", true, 3),
                                new Provider("declined", "0", true, true, true, true, true, true, 0),
                                new Provider("full", "0", true, true, false, false, true, true, 0))))
                .extracting(Provider::name)
                .containsExactly("D", "A", "C", "B");
    }

    @Test
    void everyReasonAgainstAnOrganisationIsTold() {
        var routing = new ReferralRouting(rules);
        assertThat(routing.reasonsAgainst("songjiang", new Provider("x", "x", false, true, true, true, true, true, 0)))
                .containsExactly("noService", "declined");
        assertThat(routing.reasonsAgainst("songjiang", asked("A", true, 0))).isEmpty();
    }

    @Test
    void songjiangsFormHasFiveServiceGroupsAndPutuoFollowsTheDefaultOfSix() {
        var jurisdiction = new Jurisdiction(rules);
        assertThat(jurisdiction.serviceGroups("songjiang")).containsExactly("S1", "S2", "S3", "S4", "S5");
        assertThat(jurisdiction.serviceGroups("chuansha")).endsWith("S6");
        assertThat(jurisdiction.of("putuo", "serviceGroup")).hasSize(6).allMatch(Ruling::isAssumption);
        assertThat(jurisdiction.of("putuo", "dance")).isEmpty();
    }

    @Test
    void chuanshaTrainsTwiceAYearAndPutuosStarsAreMentored() {
        var training = new Training(rules);
        assertThat(training.required("chuansha", Training.Audience.CONSULTANT).number("count"))
                .isEqualTo(2);
        assertThat(training.required("putuo", Training.Audience.STAR_CONSULTANT).has("count"))
                .isFalse();
        assertThatThrownBy(() -> training.required("chuansha", Training.Audience.STAR_CONSULTANT))
                .isInstanceOf(NoRule.class);
    }

    @Test
    void putuosPlanWasForOneYearAndSongjiangsGuidanceIsOnTrial() {
        var notices = new Notices(rules);
        assertThat(notices.of("putuo").effectiveTo()).isEqualTo("2024-12-31");
        assertThat(notices.of("songjiang").caveat()).isEqualTo(Notice.Caveat.TRIAL);
        assertThat(notices.of("default").number()).isNull();
        assertThatThrownBy(() -> notices.of("nowhere")).isInstanceOf(NoRule.class);
    }

    private static Provider asked(String name, boolean sameStreet, int open) {
        return new Provider(name, name, true, true, true, false, true, sameStreet, open);
    }
}
