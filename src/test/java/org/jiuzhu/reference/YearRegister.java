package org.jiuzhu.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.MajorChange;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.SupportMode;
import org.jiuzhu.reference.Facts.Category;

/** What the register's words mean to the reference. */
final class YearRegister {

    static final Map<String, Notice> NOTICES = Map.of(
            DemoNetwork.YUNFAN, Notice.CHUANSHA,
            DemoNetwork.ZHIXING, Notice.CHANGNING,
            DemoNetwork.SONGHE, Notice.SONGJIANG,
            DemoNetwork.PUHE, Notice.PUTUO,
            DemoNetwork.HANGXING, Notice.HANGTOU);

    private YearRegister() {}

    static Facts facts(Person person, List<MajorChange> changes) {
        PersonDetails details = person.details();
        LocalDate alert = details.illnessAlertOn();
        LocalDate birth = person.birthDate();
        return new Facts(
                NOTICES.get(person.place().streetCode()),
                false,
                categories(person.categories()),
                isRecipient(person.categories()),
                isHardship(person.categories()),
                birth == null ? null : birth.toEpochDay(),
                details.supportMode() == null ? null : details.supportMode() == SupportMode.CENTRAL,
                details.severeIllness() != null || Boolean.TRUE.equals(person.isSeverelyDisabled()),
                person.specialCare(),
                details.extraTier() == null ? null : NoticeTier.valueOf(details.extraTier()),
                changes.stream()
                        .filter(change -> isGreat(change.kind()))
                        .map(change -> change.happenedOn().toEpochDay())
                        .toList(),
                alert == null ? List.of() : List.of(alert.toEpochDay()));
    }

    /** 突发事件、意外事故、重病 and the like; who lives there and what comes in are not among them. */
    static boolean isGreat(ChangeKind kind) {
        return kind != ChangeKind.HOUSEHOLD_MEMBERS && kind != ChangeKind.INCOME;
    }

    static Facts with(Facts known, Set<AssistanceCategory> categories) {
        return new Facts(
                known.notice(),
                known.gone(),
                categories(categories),
                isRecipient(categories),
                isHardship(categories),
                known.birth(),
                known.centralSupport(),
                known.illOrDisabled(),
                known.specialCare(),
                known.included(),
                known.changes(),
                known.pushes());
    }

    /** Who is in the database of low-income people gets something; who is found outside it does not. */
    private static boolean isRecipient(Set<AssistanceCategory> categories) {
        return categories.stream().anyMatch(YearRegister::isOfTheDatabase);
    }

    private static boolean isHardship(Set<AssistanceCategory> categories) {
        return !categories.isEmpty() && !isRecipient(categories);
    }

    private static boolean isOfTheDatabase(AssistanceCategory category) {
        return category.compareTo(AssistanceCategory.TEMPORARY_APPLICANT) < 0;
    }

    private static Set<Category> categories(Set<AssistanceCategory> categories) {
        return categories.stream()
                .filter(YearRegister::isOfTheDatabase)
                .map(category -> switch (category) {
                    case DESTITUTE -> Category.DESTITUTE;
                    case DIBAO_URBAN, DIBAO_RURAL -> Category.DIBAO;
                    case MARGINAL -> Category.MARGINAL;
                    default -> Category.OTHERWISE_IN_DATABASE;
                })
                .collect(Collectors.toSet());
    }
}
