package org.jiuzhu.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * A reported death is true.
 *
 * @param headPersonId the head of those who survive; null where nobody does
 */
public record DeathConfirmed(long personId, long householdId, @Nullable Long headPersonId) {

    public boolean hasSurvivors() {
        return headPersonId != null;
    }
}
