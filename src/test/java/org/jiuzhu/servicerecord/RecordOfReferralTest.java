package org.jiuzhu.servicerecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.household.Needs;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.referral.Referrals;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a social organisation may write and see: it knows the resident's name and street, and no more. */
@JiuzhuTest
class RecordOfReferralTest {

    private static final long CASE = 7;
    private static final Actor WORKER = Actors.at("shao.moni", "邵模拟", Actors.NGO_1, "ngoWorker");
    private static final DataScope AT_NGO = new DataScope(Level.NGO, Actors.NGO_1);

    @Autowired
    RecordSheets sheets;

    @Autowired
    ServiceRecords records;

    @Autowired
    Referrals referrals;

    @Autowired
    RuntimeService runtime;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Needs needs;

    @Autowired
    DemoLibraries libraries;

    @Autowired
    Desk desk;

    String task;

    @BeforeEach
    void aReferralThatWasOffered() {
        desk.system(() -> {
            libraries.seed(LocalDate.parse("2026-07-06"));
            Household home = households.register(new NewHousehold(
                    Actors.POINT,
                    "松鹤路 1 弄",
                    "2 号 301",
                    people.register(new NewPerson(
                                    Actors.POINT,
                                    "赵示例",
                                    "999999195003120026",
                                    null,
                                    null,
                                    null,
                                    PersonDetails.of(Set.of(AssistanceCategory.DESTITUTE))))
                            .id()));
            long need = needs.add(CASE, home.id(), "SOCIAL_COMFORT", "一个人冷清", true);
            needs.plan(need, Intervention.REFERRAL, "每周陪伴一次", "老人独居，希望有人陪着说说话。");
            long referral = referrals.open(CASE, home.id(), "NORMAL").get(0);
            return runtime.startProcessInstanceByKey(
                    "referral",
                    referrals.number(referral),
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
                            referral));
        });
        desk.complete(
                "proposeReferral",
                Actors.stationConsultant(),
                Map.of(
                        "consentGiven", "YES",
                        "consentOn", "2026-07-06",
                        "consentBy", "SELF",
                        "consentProviders", List.of(Actors.NGO_1),
                        "planExcerpt", "老人独居，希望有人陪着说说话。"));
        desk.complete(
                "acceptReferral",
                WORKER,
                Map.of("accepted", "YES", "workerName", "邵模拟", "firstServiceOn", "2026-07-07"));
        task = desk.task("deliverService");
    }

    @Test
    void theSheetTellsNameAndStreetAndNoBenefits() {
        Map<String, Object> blank =
                AT_NGO.call(() -> sheets.blank(task, WORKER)).data();

        assertThat(blank)
                .containsEntry("residentName", "赵示例")
                .containsEntry("committee", Actors.STATION)
                .containsEntry("points", List.of(Map.of("value", Actors.STATION, "label", "松鹤街道")))
                .doesNotContainKey("policyCoveredTags");
    }

    @Test
    void itsRecordIsSeenByItAndByTheHouseholdsPointAndStation() {
        long id = AT_NGO.call(() -> sheets.write(task, UUID.randomUUID(), answers(), List.of(), WORKER));

        assertThat(AT_NGO.call(() -> records.get(id)).sheet().committeeName()).isEqualTo("松鹤街道");
        assertThat(at(Level.POINT, Actors.POINT)).hasSize(1);
        assertThat(at(Level.STREET, Actors.STATION)).hasSize(1);
        assertThat(at(Level.POINT, Actors.OTHER_POINT)).isEmpty();
        assertThat(at(Level.NGO, Actors.NGO_2)).isEmpty();
    }

    @Test
    void itSeesNoRecordOfTheConsultants() {
        desk.system(() -> records.write(
                new NewServiceRecord(
                        UUID.randomUUID(),
                        Sheets.visit(),
                        List.of(),
                        households.subject(
                                "SH-2026-000001",
                                households.householdOf(people.byNameAndAddress("赵示例", Actors.POINT, "松鹤路 1 弄")
                                        .get(0)
                                        .id()),
                                CASE,
                                Urgency.NORMAL),
                        null),
                Actors.pointConsultant()));

        assertThat(at(Level.POINT, Actors.POINT)).hasSize(1);
        assertThat(at(Level.NGO, Actors.NGO_1)).isEmpty();
    }

    @Test
    void aCommitteeIsNotForItToName() {
        Map<String, Object> answers = answers();
        answers.put("committee", Actors.POINT);

        assertThatThrownBy(() -> AT_NGO.call(() -> sheets.write(task, UUID.randomUUID(), answers, List.of(), WORKER)))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void anotherOrganisationHasNoSheetOfThisTask() {
        Actor other = Actors.at("jiang.jiading", "江假定", Actors.NGO_2, "ngoWorker");

        assertThatThrownBy(() -> new DataScope(Level.NGO, Actors.NGO_2).call(() -> sheets.blank(task, other)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    private static Map<String, Object> answers() {
        Map<String, Object> answers = new HashMap<>(WrittenRecords.visit("赵示例", "邵模拟", "2026-07-06"));
        answers.put("committee", Actors.STATION);
        answers.put("policyCoveredTags", List.of());
        return answers;
    }

    private List<ServiceRecord> at(Level level, String code) {
        return new DataScope(level, code).call(() -> records.ofCase(CASE, 10));
    }
}
