package org.jiuzhu.household;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuzhu.household.TierOutlook.Cause;
import org.jiuzhu.household.TierOutlook.Turn;
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

    /** The later days on which time alone makes a fact another one, in their order; the parameters as above. */
    static List<Turn> turns(Person person, List<MajorChange> changes, LocalDate on, Period recent, Period alert) {
        Stream<Turn> birthday =
                Stream.ofNullable(person.birthDate()).map(born -> new Turn(birthday(born), Cause.AGED_70));
        Stream<Turn> events = changes.stream()
                .filter(change -> change.kind().isMisfortune())
                .map(change -> new Turn(change.happenedOn().plus(recent).plusDays(1), Cause.EVENT_OVER));
        Stream<Turn> warning = Stream.ofNullable(person.details().illnessAlertOn())
                .map(told -> new Turn(told.plus(alert).plusDays(1), Cause.ALERT_OVER));
        return Stream.of(birthday, events, warning)
                .flatMap(turns -> turns)
                .filter(turn -> turn.on().isAfter(on))
                .sorted(Comparator.comparing(Turn::on))
                .toList();
    }

    /** Where the year has no such day, the day after the month's last one. */
    private static LocalDate birthday(LocalDate born) {
        LocalDate day = born.plusYears(AGED);
        return day.getDayOfMonth() == born.getDayOfMonth() ? day : day.plusDays(1);
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
