package org.jiuzhu.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody from a day on, in the notices' words.
 *
 * @param birth null where it is unknown, as the support and the illness may be
 * @param changes days of accidents, grave illnesses and other great changes
 * @param pushes days on which a warning of poverty by illness was pushed
 * @param included the tier by which a street widens the circle, or null
 */
record Facts(
        Notice notice,
        boolean gone,
        Category category,
        boolean recipient,
        boolean hardship,
        @Nullable Long birth,
        @Nullable Boolean centralSupport,
        @Nullable Boolean illOrDisabled,
        boolean specialCare,
        @Nullable NoticeTier included,
        List<Long> changes,
        List<Long> pushes) {

    enum Category {
        DESTITUTE,
        DIBAO,
        MARGINAL,
        OTHERWISE_IN_DATABASE,
        NOBODY_OF_THE_DATABASE
    }
}
