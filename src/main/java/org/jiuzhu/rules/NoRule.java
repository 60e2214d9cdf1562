package org.jiuzhu.rules;

import java.util.List;
import java.util.Map;

/** A decision table has no row where there must be one: somebody removed it, or asked for a word it does not know. */
public class NoRule extends RuntimeException {

    NoRule(String decision, Map<String, ?> facts, List<String> profiles) {
        super("No row of the decision %s answers %s in the profiles %s".formatted(decision, facts, profiles));
    }
}
