package org.jiuzhu.rulechange;

import java.time.DateTimeException;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jiuzhu.rulechange.CaseRuleRow.Rule;
import org.jiuzhu.rules.CadenceMode;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.workflow.WrittenTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How people are sorted, and for how long an event or an alert counts. */
@Component
class CaseRuleTable implements ChangeableTable {

    @Override
    public RuleChange.Kind kind() {
        return RuleChange.Kind.CASE_RULE;
    }

    @Override
    public String decision() {
        return "case-rules";
    }

    @Override
    public @Nullable RuleRow row(WrittenTable.Row written) {
        Map<String, String> cells = written.cells();
        boolean isPlain = Cells.word(cells, "profile") != null && Cells.word(cells, "value") != null;
        return isPlain && rule(cells).isPresent() ? row(written.id(), cells) : null;
    }

    @Override
    public CaseRuleRow row(String id, Map<String, String> cells) {
        return new CaseRuleRow(
                id,
                String.valueOf(Cells.word(cells, "profile")),
                rule(cells).orElseThrow(),
                String.valueOf(Cells.word(cells, "value")),
                String.valueOf(Cells.word(cells, "source")));
    }

    private static Optional<Rule> rule(Map<String, String> cells) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.code().equals(Cells.word(cells, "rule")))
                .findFirst();
    }

    @Override
    public Set<String> unfounded(RuleRow before, RuleRow after) {
        return Set.of("source");
    }

    @Override
    public void check(List<RuleRow> before, List<RuleRow> after, Problems problems) {
        for (RuleRow one : after) {
            CaseRuleRow row = (CaseRuleRow) one;
            if (row.rule().isPeriod()) {
                if (!isPeriod(row.value())) {
                    problems.add("value_" + row.id(), "rulechange.months.wrong", CaseRuleRow.MOST_MONTHS);
                }
            } else if (!(row.rule() == Rule.CADENCE_MODE
                    ? isOneOf(row.value(), CadenceMode.values())
                    : isOneOf(row.value(), Channels.values()))) {
                problems.add("value_" + row.id(), "rulechange.value.wrong");
            }
        }
    }

    private static boolean isPeriod(String value) {
        try {
            Period period = Period.parse(value);
            return period.getDays() == 0
                    && period.toTotalMonths() >= 1
                    && period.toTotalMonths() <= CaseRuleRow.MOST_MONTHS;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static boolean isOneOf(String value, Enum<?>[] values) {
        return Arrays.stream(values).anyMatch(one -> one.name().equals(value));
    }
}
