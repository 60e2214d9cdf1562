package org.jiuzhu.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiuzhu.support.Actors.POINT;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jiuzhu.household.NewHousehold.NewMember;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

@JiuzhuTest
class HouseholdsTest {

    private static final DataScope SCOPE = new DataScope(DataScope.Level.POINT, POINT);

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Needs needs;

    @Autowired
    Subjects subjects;

    @AfterEach
    void forgetTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private long person(String name) {
        return people.register(new NewPerson(POINT, name, null, null)).id();
    }

    private Household couple() {
        return households.register(new NewHousehold(
                POINT,
                "样板路 88 弄",
                "12 号 301 室",
                List.of(
                        new NewMember(person("钱演示"), Relation.SPOUSE, true),
                        new NewMember(person("赵示例"), Relation.HEAD, true))));
    }

    @Test
    void theHeadComesFirst() {
        SCOPE.run(() -> {
            Household household = couple();
            assertThat(household.number()).matches("HU-2026-\\d{6}");
            assertThat(households.members(household.id()))
                    .extracting(member -> member.person().name(), Member::relation)
                    .containsExactly(tuple("赵示例", "HEAD"), tuple("钱演示", "SPOUSE"));
        });
    }

    @Test
    void aHouseholdHasOneHead() {
        assertThatThrownBy(() -> SCOPE.run(() -> households.register(new NewHousehold(
                        POINT, null, null, List.of(new NewMember(person("赵示例"), Relation.CHILD, true))))))
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void nobodyIsInTwoHouseholds() {
        SCOPE.run(() -> {
            long id = person("赵示例");
            households.register(new NewHousehold(POINT, null, null, id));
            assertThatThrownBy(() -> households.register(new NewHousehold(POINT, null, null, id)))
                    .isInstanceOfSatisfying(Refusal.class, refused -> assertThat(refused.messageKey())
                            .isEqualTo("household.memberElsewhere"));
        });
    }

    @Test
    void aTaskAboutAHouseholdStandsAtItsPointAndConcernsItsHead() {
        SCOPE.run(() -> {
            Household household = couple();
            var subject = households.subject("SH-2026-000001", household.id(), 7L, Urgency.URGENT);
            assertThat(subject.personId()).isEqualTo(household.headPersonId());
            assertThat(subject.streetCode()).isEqualTo("999901005");
            assertThat(subject.pointCode()).isEqualTo(POINT);
            assertThat(subject.ngoCode()).isNull();
        });
    }

    @Test
    void thePersonConcernedComesFirstBesideATask() {
        SCOPE.run(() -> {
            Household household = couple();
            households.flag(household.id(), Set.of(SafetyFlag.DOG));
            LocaleContextHolder.setLocale(Locale.ENGLISH);
            long spouse = households.members(household.id()).get(1).person().id();
            var subject = subjects.of(household.id(), spouse);
            assertThat(subject.members().get(0).name()).isEqualTo("钱演示");
            assertThat(subject.facts()).extracting("value").contains("鹤鸣居委", "There is a dog");
        });
    }

    @Test
    void aNeedIsPlannedAndSettledAndThenNotPlannedAgain() {
        SCOPE.run(() -> {
            long id = needs.add(1, couple().id(), "LIVING_CARE", "需要人照看", true);
            needs.plan(id, Intervention.REFERRAL, "有人照看", "每周两次上门照料");
            assertThat(needs.get(id)).returns(NeedStatus.PLANNED, Need::status).returns("有人照看", Need::goal);
            needs.settle(id, NeedStatus.MET);
            assertThat(needs.ofCase(1)).extracting(Need::status).containsExactly(NeedStatus.MET);
            assertThatThrownBy(() -> needs.plan(id, Intervention.REFERRAL, "再来", null))
                    .isInstanceOf(Refusal.class);
        });
    }
}
