package org.jiuzhu.rules;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often a tier is visited (decision {@code visit-cadence}). */
@Component
public class VisitCadences {

    private final Rules rules;

    VisitCadences(Rules rules) {
        this.rules = rules;
    }

    /**
     * All cadences that hold together, for instance weekly and, on a special node, daily.
     *
     * @throws NoRule if there is none: that is an error in the table, never "no visits"
     */
    public List<VisitCadence> of(String orgCode, Tier tier, boolean specialNode) {
        Map<String, Object> facts = Map.of("tier", tier.name(), "specialNode", specialNode);
        return rules.some("visit-cadence", orgCode, facts).stream()
                .map(VisitCadences::cadence)
                .toList();
    }

    /** Which versions of the tables about visits answer now. */
    public String versions() {
        return rules.inForce("visit-tier") + " " + rules.inForce("visit-cadence");
    }

    private static VisitCadence cadence(Ruling ruling) {
        return new VisitCadence(
                ruling.number("count"),
                VisitCadence.Per.valueOf(ruling.text("period")),
                VisitCadence.Channels.valueOf(ruling.text("channels")),
                ruling.has("daysAhead") ? ruling.number("daysAhead") : null,
                ruling.flag("distinctDays"),
                ruling);
    }
}
