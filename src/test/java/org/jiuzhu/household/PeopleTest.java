package org.jiuzhu.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiuzhu.support.Actors.POINT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Sex;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class PeopleTest {

    private static final DataScope SCOPE = new DataScope(DataScope.Level.POINT, POINT);

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    JdbcTemplate jdbc;

    private Person register(String name, String idNumber, String phone) {
        return SCOPE.call(() -> people.register(new NewPerson(POINT, name, idNumber, phone)));
    }

    private List<String> problems(NewPerson person) {
        return problems(() -> SCOPE.run(() -> people.register(person)));
    }

    private static List<String> problems(ThrowingCallable work) {
        var problems = new ArrayList<FieldProblem>();
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> problems.addAll(invalid.problems()));
        return problems.stream().map(p -> p.field() + " " + p.messageKey()).toList();
    }

    private List<String> found(String text) {
        return SCOPE.call(() -> people.search(text, null)).people().stream()
                .map(PersonCard::name)
                .toList();
    }

    @Test
    void sexAndBirthDateComeFromTheIdentityNumberAndALowerCaseXIsMended() {
        Person person = register("蒋重复", "99999919930314014x", null);
        assertThat(person.idNumber()).isEqualTo("99999919930314014X");
        assertThat(person.sex()).isEqualTo(Sex.FEMALE);
        assertThat(person.birthDate()).isEqualTo("1993-03-14");
        assertThat(SCOPE.call(() -> people.byIdNumber("99999919930314014X"))).isPresent();
    }

    @Test
    void everythingThatDoesNotHoldIsSaidAtOnce() {
        assertThat(problems(new NewPerson("999901005099", " ", "999999195003120020", "123456789")))
                .containsExactlyInAnyOrder(
                        "name person.name.required",
                        "idNumber person.idNumber.checksum",
                        "phone shared.phone.form",
                        "pointCode network.unknownOrg");
        assertThat(SCOPE.call(() -> people.count(""))).isZero();
    }

    @Test
    void aBirthDateOrSexOtherThanTheNumbersIsRefused() {
        assertThat(problems(new NewPerson(
                        POINT,
                        "赵示例",
                        "999999195003120026",
                        null,
                        Sex.MALE,
                        LocalDate.parse("1950-03-13"),
                        PersonDetails.UNKNOWN)))
                .containsExactlyInAnyOrder("birthDate person.birthDate.otherThanId", "sex person.sex.otherThanId");
    }

    @Test
    void theHotlinesShortNumberIsATelephoneNumber() {
        assertThat(register("禤䶮例", null, "12345").maskedPhone()).isEqualTo("12345");
    }

    @Test
    void aNameIsKeptAsItIsTyped() {
        assertThat(register("<script>alert(1)</script>", null, null).name()).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void aSecondPersonWithTheSameNumberIsRefused() {
        register("赵示例", "999999195003120026", null);
        assertThatThrownBy(() -> register("赵例示", "999999195003120026", null))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("person.idNumber.known"));
    }

    @Test
    void ofTwoWhoRegisterOneNumberAtOnceOneIsRefusedAndOneRowExists() throws Exception {
        var together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> attempt = () -> {
                together.await();
                try {
                    register("赵示例", "999999195003120026", null);
                    return true;
                } catch (Refusal refused) {
                    return false;
                }
            };
            List<Future<Boolean>> both = List.of(two.submit(attempt), two.submit(attempt));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            two.shutdown();
        }
        assertThat(SCOPE.call(() -> people.count(""))).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "赵示例",
                "示例",
                "赵",
                "zhao",
                "zhaoshili",
                "zsl",
                "ZSL",
                "999999195003120026",
                "13800000026",
                "138 0000 0026"
            })
    void somebodyIsFoundByCharactersPinyinInitialsNumberAndPhone(String text) {
        register("赵示例", "999999195003120026", "13800000026");
        register("钱演示", "999999194705180010", null);
        assertThat(found(text)).containsExactly("赵示例");
    }

    @ParameterizedTest
    @ValueSource(strings = {"䶮", "𬭎", "陶䶮𬭎", "99999919930314014x"})
    void rareCharactersAndALowerCaseXFindSomebody(String text) {
        register("陶䶮𬭎", "99999919930314014X", null);
        assertThat(found(text)).containsExactly("陶䶮𬭎");
    }

    @ParameterizedTest
    @ValueSource(strings = {"孙", "99999919500312002", "'; drop table person; --", "%", "·"})
    void whatIsNobodysFindsNobody(String text) {
        register("赵示例", "999999195003120026", "13800000026");
        assertThat(found(text)).isEmpty();
    }

    @Test
    void theListIsInTheOrderOfPinyinAndGoesOnWhereThePageEnded() {
        for (int i = 0; i < 26; i++) {
            register("周例" + (char) ('一' + i), null, null);
        }
        register("阿示例", null, null);
        PersonPage first = SCOPE.call(() -> people.search("", null));
        assertThat(first.people()).hasSize(25);
        assertThat(first.people().get(0).name()).isEqualTo("阿示例");
        PersonPage second = SCOPE.call(() -> people.search("", first.next()));
        assertThat(second.people()).hasSize(2).doesNotContainAnyElementsOf(first.people());
        assertThat(second.next()).isNull();
    }

    @Test
    void aCardShowsNumbersInPart() {
        long id = register("赵示例", "999999195003120026", "13800000026").id();
        SCOPE.run(() -> households.register(new NewHousehold(POINT, "样板路 88 弄", "12 号 301 室", id)));
        PersonCard card = SCOPE.call(() -> people.card(id));
        assertThat(card.idNumber()).isEqualTo("999999********0026");
        assertThat(card.phone()).isEqualTo("138****0026");
        assertThat(card.age()).isEqualTo(76);
        assertThat(card.pointName()).isEqualTo("鹤鸣居委");
        assertThat(card.address()).isEqualTo("样板路 88 弄 12 号 301 室");
    }

    @Test
    void showingANumberInFullLeavesARecordWithoutTheNumber() {
        long id = register("赵示例", "999999195003120026", null).id();
        String shown = SCOPE.call(() -> people.reveal(id, HiddenField.ID_NUMBER, Actors.pointConsultant()));
        assertThat(shown).isEqualTo("999999195003120026");
        assertThat(jdbc.queryForMap("select kind, actor, subject_type, subject_id, detail from audit_event"))
                .containsEntry("kind", "SENSITIVE_READ")
                .containsEntry("actor", "lin.shiyong")
                .containsEntry("subject_type", "person")
                .containsEntry("subject_id", String.valueOf(id))
                .containsEntry("detail", "ID_NUMBER");
    }

    @Test
    void ofTwoWhoChangeOnePersonTheSecondIsToldToLookAgain() {
        Person person = register("赵示例", null, null);
        PersonDetails details = PersonDetails.of(Set.of(AssistanceCategory.DESTITUTE));
        SCOPE.run(() -> people.describe(person.id(), person.version(), details));
        assertThatThrownBy(() -> SCOPE.run(() -> people.describe(person.id(), person.version(), details)))
                .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.messageKey())
                        .isEqualTo("person.changedMeanwhile"));
    }

    @Test
    void somebodyIsMatchedByNameWithPhoneOrAddress() {
        long id = register("赵示例", null, "13800000026").id();
        SCOPE.run(() -> households.register(new NewHousehold(POINT, "样板路 88 弄", "12 号 301 室", id)));
        SCOPE.run(() -> {
            assertThat(people.byNameAndPhone(" 赵示例 ", "+86 138-0000-0026")).hasSize(1);
            assertThat(people.byNameAndPhone("赵示例", "没有")).isEmpty();
            assertThat(people.byNameAndAddress("赵示例", POINT, "样板路 88 弄")).hasSize(1);
            assertThat(people.byNameAndAddress("赵示例", POINT, "示范路 6 弄")).isEmpty();
        });
    }
}
