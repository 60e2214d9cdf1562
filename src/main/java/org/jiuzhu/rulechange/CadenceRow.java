package org.jiuzhu.rulechange;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.rules.Ruling;
import org.jiuzhu.rules.Tier;

/**
 * A row of {@code visit-cadence} that demands visits.
 *
 * @param onNode whether it demands them in addition while a special node lasts
 * @param source the sentence on which count and period rest, or {@link Ruling#ASSUMPTION}
 * @param channelsSource that on which the channels rest
 */
public record CadenceRow(
        String id, String profile, Set<Tier> tiers, boolean onNode, Duty duty, String source, String channelsSource)
        implements RuleRow {

    public CadenceRow {
        tiers = Set.copyOf(tiers);
    }

    public CadenceRow with(Duty other) {
        return new CadenceRow(id, profile, tiers, onNode, other, source, channelsSource);
    }

    @Override
    public String set() {
        return profile;
    }

    @Override
    public Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("profile", Cells.quoted(profile));
        cells.put(
                "tier",
                tiers.stream().map(Tier::name).sorted().map(Cells::quoted).collect(Collectors.joining(", ")));
        cells.put("specialNode", onNode ? "true" : Cells.ANY);
        cells.put("count", String.valueOf(duty.count()));
        cells.put("period", Cells.quoted(duty.per().name()));
        cells.put("channels", Cells.quoted(duty.channels().name()));
        cells.put("distinctDays", String.valueOf(duty.distinctDays()));
        cells.put(
                "daysAhead",
                duty.daysAhead() == null ? Cells.NOTHING : duty.daysAhead().toString());
        return cells;
    }

    @Override
    public Map<String, String> sources() {
        return Map.of("source", Cells.quoted(source), "channelsSource", Cells.quoted(channelsSource));
    }

    /** A notice says how often, and the other duty asks for less. */
    public boolean isStatedAndMoreThan(Duty other) {
        return isStated() && other.perWeek() < duty.perWeek();
    }
}
