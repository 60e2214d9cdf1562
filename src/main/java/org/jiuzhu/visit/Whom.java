package org.jiuzhu.visit;

import java.util.Set;
import org.jiuzhu.rules.Tier;

/** Whose plans a change of rules concerns. */
public sealed interface Whom {

    /** Those of some tiers whose cadence the rows of a profile answer. */
    record OfTiers(String profile, Set<Tier> tiers) implements Whom {

        public OfTiers {
            tiers = Set.copyOf(tiers);
        }
    }

    /** Everybody of a unit and the units below it. */
    record Under(String orgCode) implements Whom {}
}
