package org.jiuzhu.reference;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of somebody from a day on, in the notices' words.
 *
 * @param categories none for somebody who is in no category of the database
 * @param birth null where it is unknown, as the support and the illness may be
 * @param changes days of accidents, grave illnesses and other great changes
 * @param pushes days on which a warning of poverty by illness was pushed
 * @param included the tier by which a street widens the circle, or null
 */
record Facts(
        Notice notice,
        boolean gone,
        Set<Category> categories,
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
        OTHERWISE_IN_DATABASE
    }

    Facts gone(boolean isGone) {
        return new Facts(
                notice,
                isGone,
                categories,
                recipient,
                hardship,
                birth,
                centralSupport,
                illOrDisabled,
                specialCare,
                included,
                changes,
                pushes);
    }

    Facts under(Notice another) {
        return new Facts(
                another,
                gone,
                categories,
                recipient,
                hardship,
                birth,
                centralSupport,
                illOrDisabled,
                specialCare,
                included,
                changes,
                pushes);
    }

    Facts specialCare(boolean special) {
        return new Facts(
                notice,
                gone,
                categories,
                recipient,
                hardship,
                birth,
                centralSupport,
                illOrDisabled,
                special,
                included,
                changes,
                pushes);
    }

    Facts changedOn(long day) {
        return new Facts(
                notice,
                gone,
                categories,
                recipient,
                hardship,
                birth,
                centralSupport,
                illOrDisabled,
                specialCare,
                included,
                with(changes, day),
                pushes);
    }

    Facts pushedOn(long day) {
        return new Facts(
                notice,
                gone,
                categories,
                recipient,
                hardship,
                birth,
                centralSupport,
                illOrDisabled,
                specialCare,
                included,
                changes,
                with(pushes, day));
    }

    private static List<Long> with(List<Long> days, long one) {
        return Stream.concat(days.stream(), Stream.of(one)).toList();
    }
}
