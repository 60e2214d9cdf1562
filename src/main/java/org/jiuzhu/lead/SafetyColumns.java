package org.jiuzhu.lead;

import jakarta.persistence.Embeddable;
import org.jiuzhu.shared.ForJpa;
import org.jspecify.annotations.Nullable;

/** What makes a lead urgent, as it is kept; null where nobody knows. */
@Embeddable
class SafetyColumns {

    private @Nullable Boolean dangerToLife;
    private @Nullable Boolean minorAtRisk;
    private @Nullable Boolean majorChange;
    private @Nullable Boolean streetPerson;

    @ForJpa
    protected SafetyColumns() {}

    SafetyColumns(Safety safety) {
        dangerToLife = safety.dangerToLife();
        minorAtRisk = safety.minorAtRisk();
        majorChange = safety.majorChange();
        streetPerson = safety.streetPerson();
    }

    Safety safety() {
        return new Safety(dangerToLife, minorAtRisk, majorChange, streetPerson);
    }
}
