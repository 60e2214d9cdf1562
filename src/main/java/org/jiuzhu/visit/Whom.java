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

    /** Everybody who belongs to one of these units itself, not to one below it. */
    record At(Set<String> orgCodes) implements Whom {

        public At {
            orgCodes = Set.copyOf(orgCodes);
        }
    }
}
