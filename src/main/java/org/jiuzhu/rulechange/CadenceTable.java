package org.jiuzhu.rulechange;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.workflow.WrittenTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How often each tier of a profile is visited. */
@Component
class CadenceTable implements ChangeableTable {

    private static final int MOST_VISITS = 31;

    @Override
    public RuleChange.Kind kind() {
        return RuleChange.Kind.CADENCE;
    }

    @Override
    public String decision() {
        return "visit-cadence";
    }

    @Override
    public @Nullable RuleRow row(WrittenTable.Row written) {
        boolean demands = Cells.word(written.conditions(), "profile") != null
                && !Per.NONE.name().equals(Cells.word(written.conclusions(), "period"));
        return demands ? row(written.id(), written.cells()) : null;
    }

    @Override
    public CadenceRow row(String id, Map<String, String> cells) {
        return new CadenceRow(
                id,
                String.valueOf(Cells.word(cells, "profile")),
                tiers(cells),
                "true".equals(cells.get("specialNode")),
                new Duty(
                        Per.valueOf(String.valueOf(Cells.word(cells, "period"))),
                        Integer.parseInt(cells.getOrDefault("count", "")),
                        Channels.valueOf(String.valueOf(Cells.word(cells, "channels"))),
                        Boolean.parseBoolean(cells.get("distinctDays")),
                        Cells.number(cells, "daysAhead")),
                String.valueOf(Cells.word(cells, "source")),
                String.valueOf(Cells.word(cells, "channelsSource")));
    }

    private static Set<Tier> tiers(Map<String, String> cells) {
        return Cells.words(cells, "tier").stream()
                .map(Tier::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Tier.class)));
    }

    @Override
    public Set<String> unfounded(RuleRow before, RuleRow after) {
        Duty was = ((CadenceRow) before).duty();
        Duty is = ((CadenceRow) after).duty();
        Set<String> unfounded = new HashSet<>();
        if (is.count() != was.count() || is.per() != was.per()) {
            unfounded.add("source");
        }
        if (is.channels() != was.channels()) {
            unfounded.add("channelsSource");
        }
        return unfounded;
    }

    @Override
    public void check(List<RuleRow> before, List<RuleRow> after, Problems problems) {
        Set<List<Object>> taken = new HashSet<>();
        for (RuleRow one : after) {
            CadenceRow row = (CadenceRow) one;
            checkDuty(row.id(), row.duty(), problems);
            // Two duties of one kind in one period would be one: only one can be kept.
            for (Tier tier : row.tiers()) {
                if (!taken.add(List.of(tier, row.onNode(), row.duty().per()))) {
                    problems.add("per_" + row.id(), "rulechange.per.twice");
                }
            }
        }
    }

    private static void checkDuty(String row, Duty duty, Problems problems) {
        int days =
                switch (duty.per()) {
                    case DAY -> 1;
                    case WEEK -> 7;
                    case MONTH -> 28;
                    case QUARTER -> 90;
                    case HALF_YEAR -> 181;
                    case NONE -> 0;
                };
        Integer ahead = duty.daysAhead();
        if (duty.count() > MOST_VISITS) {
            problems.add("count_" + row, "rulechange.count.many", MOST_VISITS);
        } else if (duty.distinctDays() && duty.count() > days) {
            problems.add("count_" + row, "rulechange.count.days", days);
        }
        if (ahead != null && ahead >= days) {
            problems.add("ahead_" + row, "rulechange.ahead.long", days - 1);
        }
    }
}
