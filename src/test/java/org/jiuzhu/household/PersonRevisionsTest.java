package org.jiuzhu.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiuzhu.support.Actors.POINT;

import java.time.LocalDate;
import java.util.Set;
import org.jiuzhu.household.PersonDetails.Employment;
import org.jiuzhu.household.PersonRevisions.Revision;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Register;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Sex;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class PersonRevisionsTest {

    private static final DataScope SCOPE = new DataScope(DataScope.Level.POINT, POINT);
    private static final Actor LIN = Actors.pointConsultant();
    private static final Actor HE = Actors.pointLead();
    private static final String ID = "999999195003120026";

    @Autowired
    People people;

    @Autowired
    PersonRevisions revisions;

    @Autowired
    Register register;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    long id;

    @BeforeEach
    void register() {
        id = SCOPE.call(() -> people.register(
                        new NewPerson(POINT, "赵示例", ID, "13800000026"),
                        from(FieldSource.SELF_DECLARED, "2026-05-01"),
                        LIN)
                .id());
    }

    @Test
    void whatSomebodyIsRegisteredWithHasItsSourceAndDay() {
        assertThat(history())
                .extracting(FieldValue::field, FieldValue::value, FieldValue::source, FieldValue::asOf)
                .contains(
                        tuple(PersonField.NAME, "赵示例", FieldSource.SELF_DECLARED, LocalDate.parse("2026-05-01")),
                        tuple(PersonField.SEX, "FEMALE", FieldSource.SELF_DECLARED, LocalDate.parse("2026-05-01")));
    }

    @Test
    void aNewerValueDoesNotEraseTheOlder() {
        revise(working(Employment.SEEKING), FieldSource.SELF_DECLARED, "2026-06-01");
        Revision revision = revise(working(Employment.FLEXIBLE), FieldSource.EMPLOYMENT_DATA, "2026-07-01");

        assertThat(revision.changed()).containsExactly(PersonField.EMPLOYMENT);
        assertThat(revision.person().details().employment()).isEqualTo(Employment.FLEXIBLE);
        assertThat(history())
                .filteredOn(value -> value.field() == PersonField.EMPLOYMENT)
                .extracting(FieldValue::value, FieldValue::recordedByName)
                .containsExactly(tuple("FLEXIBLE", "林试用"), tuple("SEEKING", "林试用"));
    }

    @Test
    void anOlderDayNeverTakesThePlaceOfANewerOne() {
        revise(working(Employment.FLEXIBLE), FieldSource.EMPLOYMENT_DATA, "2026-06-30");
        Revision revision = revise(working(Employment.UNABLE), FieldSource.CIVIL_AFFAIRS, "2026-06-01");

        assertThat(revision.older()).containsExactly(PersonField.EMPLOYMENT);
        assertThat(revision.changed()).isEmpty();
        assertThat(revision.person().details().employment()).isEqualTo(Employment.FLEXIBLE);
        assertThat(history())
                .filteredOn(value -> value.field() == PersonField.EMPLOYMENT)
                .extracting(FieldValue::value)
                .containsExactly("FLEXIBLE", "UNABLE");
    }

    @Test
    void whatWasLookedAtAndIsSoGetsTheNewDay() {
        revise(working(Employment.RETIRED), FieldSource.SELF_DECLARED, "2026-05-02");
        SCOPE.run(() -> revisions.revise(
                id,
                people.get(id).version(),
                working(Employment.RETIRED),
                from(FieldSource.CONSULTANT_VISIT, "2026-07-01"),
                true,
                HE));

        assertThat(history().get(0).asOf()).isEqualTo(LocalDate.parse("2026-07-01"));
        assertThat(history())
                .filteredOn(value -> value.field() == PersonField.EMPLOYMENT)
                .hasSize(2);
    }

    @Test
    void theSecondOfTwoAtOnceIsRefusedAndCanSeeWhatTheFirstSaid() {
        int read = SCOPE.call(() -> people.get(id).version());
        SCOPE.run(() -> revisions.revise(
                id, read, working(Employment.RETIRED), from(FieldSource.CONSULTANT_VISIT, "2026-07-01"), false, HE));

        assertThatThrownBy(() -> SCOPE.run(() -> revisions.revise(
                        id,
                        read,
                        working(Employment.SEEKING),
                        from(FieldSource.SELF_DECLARED, "2026-07-02"),
                        false,
                        LIN)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
        assertThat(SCOPE.call(() -> revisions.since(id, read)))
                .filteredOn(value -> value.field() == PersonField.EMPLOYMENT)
                .extracting(FieldValue::value, FieldValue::recordedByName)
                .containsExactly(tuple("RETIRED", "何演练"));
    }

    @Test
    void theNumberDecidesSexAndBirthDate() {
        assertInvalid(
                new NewPerson(POINT, "赵示例", ID, null, Sex.MALE, LocalDate.parse("1951-01-01"), PersonDetails.UNKNOWN),
                "2026-07-01",
                "sex",
                "birthDate");
    }

    @Test
    void somebodyWithoutANumberGetsOneLaterAndIsFoundByIt() {
        long child = SCOPE.call(
                () -> people.register(new NewPerson(POINT, "李拟名", null, null)).id());
        SCOPE.run(() -> revisions.revise(
                child,
                people.get(child).version(),
                new NewPerson(POINT, "李拟新", "99999920101103031X", null),
                from(FieldSource.CONSULTANT_VISIT, "2026-07-06"),
                false,
                LIN));

        SCOPE.run(() -> {
            assertThat(people.byIdNumber("99999920101103031X")).map(Person::id).contains(child);
            assertThat(people.search("李拟新", null).people()).hasSize(1);
            assertThat(people.search("李拟名", null).people()).isEmpty();
        });
    }

    @Test
    void theNumberOfSomebodyElseIsRefused() {
        long other = SCOPE.call(
                () -> people.register(new NewPerson(POINT, "钱演示", null, null)).id());
        assertThatThrownBy(() -> SCOPE.run(() -> revisions.revise(
                        other,
                        people.get(other).version(),
                        new NewPerson(POINT, "钱演示", ID, null),
                        from(FieldSource.SELF_DECLARED, "2026-07-06"),
                        false,
                        LIN)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("person.idNumber.known");
    }

    @Test
    void aDayThatIsStillToComeAndACommitteeThatIsGoneAreNamedAtTheirFields() {
        desk.system(() -> {
            register.addUnit(new OrgUnit("999901005099", OrgUnit.Kind.POINT, "旧名居委", "999901005", null, false), null);
            return 0;
        });
        PersonDetails registeredThere = details(Employment.RETIRED, "999901005099", Set.of());
        assertInvalid(
                new NewPerson(POINT, "赵示例", ID, null, null, null, registeredThere),
                "2026-07-07",
                "hukouCommittee",
                "asOf");
        assertThatThrownBy(() -> SCOPE.run(() -> people.register(new NewPerson("999901005099", "周样张", null, null))))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting("field", "messageKey")
                        .containsExactly(tuple("pointCode", "network.abolishedOrg")));
    }

    @Test
    void coveredAndMoreNeedsACover() {
        assertInvalid(
                new NewPerson(
                        POINT,
                        "赵示例",
                        ID,
                        null,
                        null,
                        null,
                        details(Employment.RETIRED, null, Set.of(PolicyFindTag.PF_COVERED_MORE))),
                "2026-07-01",
                "policyFind");
    }

    @Test
    void historyIsOnlyAddedToAndBelongsToWhoeverSeesThePerson() {
        assertThatThrownBy(() -> desk.system(() -> jdbc.update("update person_field set source = 'IMPORT'")))
                .hasMessageContaining("only added to");
        assertThat(desk.rowsSeenBy(LIN)).containsKey("person_field");
        assertThat(desk.rowsSeenBy(Actors.at("zhu.yangli", "朱样例", Actors.OTHER_POINT, "pointConsultant")))
                .doesNotContainKey("person_field");
    }

    private Revision revise(NewPerson told, FieldSource source, String asOf) {
        return SCOPE.call(() -> revisions.revise(id, people.get(id).version(), told, from(source, asOf), false, LIN));
    }

    private void assertInvalid(NewPerson told, String asOf, String... fields) {
        assertThatThrownBy(() -> revise(told, FieldSource.SELF_DECLARED, asOf))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting("field")
                        .containsExactlyInAnyOrder((Object[]) fields));
    }

    private java.util.List<FieldValue> history() {
        return SCOPE.call(() -> revisions.history(id));
    }

    private static NewPerson working(Employment employment) {
        return new NewPerson(POINT, "赵示例", ID, "13800000026", null, null, details(employment, null, Set.of()));
    }

    private static PersonDetails details(Employment employment, String hukouCommittee, Set<PolicyFindTag> tags) {
        return new PersonDetails(
                Set.of(),
                null,
                null,
                null,
                null,
                employment,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                hukouCommittee,
                null,
                null,
                tags);
    }

    private static Provenance from(FieldSource source, String asOf) {
        return new Provenance(source, LocalDate.parse(asOf));
    }
}
