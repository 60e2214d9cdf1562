package org.jiuzhu.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that the visit tier may rest on is different for somebody: registered, described anew, a major change, a
 * standing, another place. Published in the changing transaction.
 *
 * @param why one of the codes below; the plan's history keeps it
 * @param since the day from which it holds where that is not the day on which it is told: a death
 */
public record FactsChanged(long personId, String why, @Nullable LocalDate since) {

    /** It holds from today. */
    public FactsChanged(long personId, String why) {
        this(personId, why, null);
    }

    public static final String ENTERED = "ENTERED";
    public static final String FACTS = "FACTS";
    public static final String EVENT = "EVENT";
    public static final String DEATH = "DEATH";
    /** A death that was recorded turned out to be false. */
    public static final String REVERSED = "REVERSED";

    public static final String MOVED = "MOVED";
    public static final String OPTED_OUT = "OPTED_OUT";
    /** Somebody who had opted out is visited again. */
    public static final String RESUMED = "RESUMED";
}
