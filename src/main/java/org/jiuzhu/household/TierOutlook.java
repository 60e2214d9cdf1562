package org.jiuzhu.household;

import java.time.LocalDate;
import org.jiuzhu.network.Place;
import org.jiuzhu.rules.TierAdvice;
import org.jspecify.annotations.Nullable;

/**
 * How closely somebody is to be visited on a day, and until when that holds if nothing is told meanwhile.
 *
 * @param next when time alone changes it, and why; null where it never does
 */
public record TierOutlook(Place place, Standing standing, TierAdvice advice, @Nullable Turn next) {

    /** @param on the first day on which the advice is another one */
    public record Turn(LocalDate on, Cause cause) {}

    /** What passes by itself. */
    public enum Cause {
        /** A 70th birthday (SJ 二(一)); born on 29 February, on 1 March [A]. */
        AGED_70,
        /** A major change is no longer recent. */
        EVENT_OVER,
        /** An illness-poverty alert is older than it may be; on the day a year later it still holds (SJ 二(三)). */
        ALERT_OVER
    }
}
