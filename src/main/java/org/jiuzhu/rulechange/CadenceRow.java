package org.jiuzhu.rulechange;

import java.util.Set;
import org.jiuzhu.rules.Ruling;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.visit.Duty;

/**
 * A row of {@code visit-cadence} that demands visits.
 *
 * @param onNode whether it demands them in addition while a special node lasts
 * @param source the sentence on which count and period rest, or {@link Ruling#ASSUMPTION}
 * @param channelsSource that on which the channels rest
 */
public record CadenceRow(
        String id, String profile, Set<Tier> tiers, boolean onNode, Duty duty, String source, String channelsSource) {

    public CadenceRow {
        tiers = Set.copyOf(tiers);
    }

    public CadenceRow with(Duty other) {
        return new CadenceRow(id, profile, tiers, onNode, other, source, channelsSource);
    }

    /** A notice says how often, and the other duty asks for less. */
    public boolean isStatedAndMoreThan(Duty other) {
        return !source.equals(Ruling.ASSUMPTION) && other.perWeek() < duty.perWeek();
    }
}
