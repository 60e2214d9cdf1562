package org.jiuzhu.visit;

import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;

/**
 * What is owed in every period of one kind: at least {@code count} contacts by channels that count.
 *
 * @param count at least 1
 * @param distinctDays whether two contacts on one day count once
 */
public record Duty(Per per, int count, Channels channels, boolean distinctDays) {

    public Duty {
        if (count < 1 || per == Per.NONE) {
            throw new IllegalArgumentException(count + " per " + per + " is no duty");
        }
    }

    /** A shorter period watches more closely. */
    boolean isTighterThan(Duty other) {
        return per.compareTo(other.per) < 0;
    }
}
