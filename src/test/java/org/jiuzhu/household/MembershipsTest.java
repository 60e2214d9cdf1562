package org.jiuzhu.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiuzhu.support.Actors.OTHER_POINT;
import static org.jiuzhu.support.Actors.POINT;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jiuzhu.household.NewHousehold.NewMember;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.timeline.TimelineEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

@JiuzhuTest
class MembershipsTest {

    private static final DataScope SCOPE = new DataScope(DataScope.Level.POINT, POINT);
    private static final DataScope NEXT_DOOR = new DataScope(DataScope.Level.POINT, OTHER_POINT);
    private static final Actor LIN = Actors.pointConsultant();
    private static final LocalDate TODAY = LocalDate.parse("2026-07-06");

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Memberships memberships;

    @Autowired
    Timeline timeline;

    @Autowired
    PersonWords words;

    long father;
    long mother;
    long child;
    Household home;

    @BeforeEach
    void aFamily() {
        SCOPE.run(() -> {
            father = person(POINT, "李虚构");
            mother = person(POINT, "孙拟作");
            child = person(POINT, "李拟名");
            home = households.register(new NewHousehold(
                    POINT,
                    "样板路 88 弄",
                    "15 号 102 室",
                    List.of(
                            new NewMember(father, Relation.HEAD, true),
                            new NewMember(mother, Relation.SPOUSE, true),
                            new NewMember(child, Relation.CHILD, false))));
        });
    }

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void aMemberWhoLeftStaysInTheHistory() {
        SCOPE.run(() -> memberships.end(home.id(), child, TODAY, EndReason.MARRIAGE, null, LIN));

        SCOPE.run(() -> {
            assertThat(households.members(home.id()))
                    .extracting(m -> m.person().id())
                    .containsExactly(father, mother);
            assertThat(memberships.ofPerson(child))
                    .extracting(MembershipLine::to, MembershipLine::reason, MembershipLine::livesTogether)
                    .containsExactly(tuple(TODAY, EndReason.MARRIAGE, false));
            assertThat(timeline.ofHousehold(home.id(), 9))
                    .extracting(TimelineEvent::kind)
                    .containsExactly("household.memberLeft");
        });
    }

    @Test
    void twoHouseholdsClaimingOneChildAreToldOfEachOtherWhereTheySeeEachOther() {
        Household other =
                SCOPE.call(() -> households.register(new NewHousehold(POINT, "示范路 6 弄", "1 号", person(POINT, "周样张"))));
        Refusal refusal = refused("household.memberElsewhere", () -> SCOPE.run(() -> join(other)));
        assertThat(refusal.args()).containsExactly(home.number());
    }

    @Test
    void anotherCommitteesHouseholdIsNotNamed() {
        Household other = NEXT_DOOR.call(
                () -> households.register(new NewHousehold(OTHER_POINT, "示范路 6 弄", "1 号", person(OTHER_POINT, "周样张"))));
        Refusal refusal = refused("household.memberElsewhere.hidden", () -> NEXT_DOOR.run(() -> join(other)));
        assertThat(refusal.args()).isEmpty();
    }

    @Test
    void theChildMovesInOneStep() {
        Household other =
                SCOPE.call(() -> households.register(new NewHousehold(POINT, "示范路 6 弄", "1 号", person(POINT, "周样张"))));
        SCOPE.run(() ->
                memberships.move(child, new NewMember(child, Relation.GRANDCHILD, true), other.id(), TODAY, null, LIN));

        SCOPE.run(() -> {
            assertThat(households.householdOf(child)).isEqualTo(other.id());
            assertThat(memberships.ofPerson(child))
                    .extracting(MembershipLine::householdId, MembershipLine::relation)
                    .containsExactly(tuple(other.id(), Relation.GRANDCHILD), tuple(home.id(), Relation.CHILD));
        });
    }

    @Test
    void aHeadWhoLeavesNamesTheNextOne() {
        assertInvalid("newHead", null, TODAY);
        SCOPE.run(() -> memberships.end(home.id(), father, TODAY, EndReason.MOVED_AWAY, mother, LIN));

        SCOPE.run(() -> {
            assertThat(households.get(home.id()).headPersonId()).isEqualTo(mother);
            assertThat(households.members(home.id()))
                    .extracting(m -> m.person().id(), Member::relation)
                    .containsExactly(tuple(mother, "HEAD"), tuple(child, "CHILD"));
            assertThat(memberships.ofPerson(mother))
                    .extracting(MembershipLine::relation)
                    .containsExactly(Relation.HEAD, Relation.SPOUSE);
        });
    }

    @Test
    void nobodyLeavesTomorrowOrBeforeHavingCome() {
        assertInvalid("on", mother, TODAY.plusDays(1));
        assertInvalid("on", mother, TODAY.minusDays(1));
    }

    @ParameterizedTest
    @CsvSource({
        "MARGINAL, 2024-12-30, 低收入困难家庭",
        "MARGINAL, 2024-12-31, 最低生活保障边缘家庭",
        "EXPENDITURE, 2024-12-30, 支出型贫困家庭",
        "EXPENDITURE, 2024-12-31, 刚性支出困难家庭",
        "DESTITUTE, 2024-12-30, 特困人员",
        "DESTITUTE, 2026-01-01, 特困人员"
    })
    void aCategoryHasTheNameOfItsDay(AssistanceCategory category, LocalDate on, String name) {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(words.category(category, on)).isEqualTo(name);
    }

    private void join(Household other) {
        memberships.add(other.id(), new NewMember(child, Relation.CHILD, true), LIN);
    }

    private static Refusal refused(String key, ThrowingCallable call) {
        Refusal refusal = catchThrowableOfType(Refusal.class, call);
        assertThat(refusal.messageKey()).isEqualTo(key);
        return refusal;
    }

    private void assertInvalid(String field, Long newHead, LocalDate on) {
        assertThatThrownBy(() ->
                        SCOPE.run(() -> memberships.end(home.id(), father, on, EndReason.MOVED_AWAY, newHead, LIN)))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting("field")
                        .containsExactly(field));
    }

    private long person(String point, String name) {
        return people.register(new NewPerson(point, name, null, null)).id();
    }
}
