package org.jiuzhu.household;

import java.util.Set;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Somebody as lists and task pages show them: numbers masked.
 *
 * @param tier what the rules recommend today; a person decides
 */
public record PersonCard(
        long id,
        String name,
        Sex sex,
        @Nullable Integer age,
        @Nullable String idNumber,
        @Nullable String phone,
        Set<AssistanceCategory> categories,
        Tier tier,
        @Nullable Long householdId,
        String pointName,
        String address) {}
