package org.jiuzhu.changereport;

import java.time.LocalDate;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.ChangeSeverity;
import org.jiuzhu.shared.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What the consultant found; the fields after {@code findings} are there where the change holds.
 */
public record Finding(
        LocalDate lookedOn,
        String method,
        boolean holds,
        String findings,
        @Nullable ChangeKind kind,
        @Nullable LocalDate happenedOn,
        @Nullable ChangeSeverity severity,
        boolean alert,
        @Nullable NextStep nextStep) {

    void check(LocalDate today, @Nullable LocalDate born, Problems problems) {
        if (lookedOn.isAfter(today)) {
            problems.add("lookedOn", "person.date.future");
        }
        if (happenedOn != null && happenedOn.isAfter(today)) {
            problems.add("happenedOn", "person.date.future");
        } else if (happenedOn != null && born != null && happenedOn.isBefore(born)) {
            problems.add("happenedOn", "person.date.beforeBirth");
        }
        if (alert && nextStep == NextStep.RECORD_ONLY) {
            problems.add("nextStep", "changereport.alertNeedsStep");
        }
    }
}
