package org.jiuzhu.rules;

import java.time.LocalDate;
import java.util.Map;
import org.jiuzhu.workflow.DecisionDraft;

/**
 * Rules that could hold: what nobody has put in force is asked all the same.
 *
 * @param on the day as of which profiles are looked up
 * @param profiles by unit, the profile that it would follow of its own from that day on
 * @param drafts by decision, the table that would answer
 */
public record Supposition(LocalDate on, Map<String, String> profiles, Map<String, DecisionDraft> drafts) {

    public Supposition {
        profiles = Map.copyOf(profiles);
        drafts = Map.copyOf(drafts);
    }

    /** Another table, for everybody it concerns. */
    public static Supposition of(LocalDate on, DecisionDraft draft) {
        return new Supposition(on, Map.of(), Map.of(draft.decisionId(), draft));
    }

    /** Another profile for a unit, and for those below it that have none of their own. */
    public static Supposition of(LocalDate on, String orgCode, String profile) {
        return new Supposition(on, Map.of(orgCode, profile), Map.of());
    }
}
