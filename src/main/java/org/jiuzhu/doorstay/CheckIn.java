package org.jiuzhu.doorstay;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jiuzhu.household.SafetyFlag;

/** At which doors whoever goes in checks in first; {@code case-rules} names one of these [A]. */
public enum CheckIn {
    NEVER,
    /** Where something may harm the visitor: a dog, an infection, an earlier conflict. */
    DANGER,
    ANY_FLAG;

    private static final Set<SafetyFlag> DANGERS =
            EnumSet.of(SafetyFlag.DOG, SafetyFlag.INFECTION, SafetyFlag.CONFLICT);

    public boolean isAskedAt(Collection<SafetyFlag> flags) {
        return switch (this) {
            case NEVER -> false;
            case DANGER -> flags.stream().anyMatch(DANGERS::contains);
            case ANY_FLAG -> !flags.isEmpty();
        };
    }
}
