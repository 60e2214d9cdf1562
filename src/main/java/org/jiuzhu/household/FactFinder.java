package org.jiuzhu.household;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives what the decisions ask from what the register keeps. */
final class FactFinder {

    private static final int AGED = 70;

    private FactFinder() {}

    /**
     * @param recent how long a major change counts as recent
     * @param alert how long an illness-poverty warning is valid; on the day a year later it still is
     */
    static PersonFacts find(Person person, List<MajorChange> changes, LocalDate on, Period recent, Period alert) {
        PersonDetails details = person.details();
        Set<AssistanceCategory> categories = person.categories();
        Boolean central = details.supportMode() == null ? null : details.supportMode() == SupportMode.CENTRAL;
        Integer age = person.ageOn(on);
        Boolean aged = age == null ? null : age >= AGED;
        return new PersonFacts(
                person.standing() == Standing.ACTIVE,
                person.isInDatabase(),
                !categories.isEmpty() && !person.isInDatabase(),
                categories.stream().anyMatch(c -> c.isDibao() || c == AssistanceCategory.MARGINAL),
                categories.contains(AssistanceCategory.DESTITUTE),
                changes.stream()
                        .anyMatch(change -> change.kind().isMisfortune() && isWithin(change.happenedOn(), recent, on)),
                central,
                aged,
                person.isInDatabase(),
                seriouslyIllOrDisabled(person, details),
                details.extraTier(),
                details.illnessAlertOn() != null && isWithin(details.illnessAlertOn(), alert, on),
                person.specialCare());
    }

    private static boolean isWithin(LocalDate date, Period window, LocalDate on) {
        return !date.isAfter(on) && !on.isAfter(date.plus(window));
    }

    private static @Nullable Boolean seriouslyIllOrDisabled(Person person, PersonDetails details) {
        if (details.severeIllness() != null || Objects.equals(person.isSeverelyDisabled(), true)) {
            return true;
        }
        boolean asked = details.selfCare() != null || details.disabilityGrade() != null;
        return asked ? false : null;
    }
}
