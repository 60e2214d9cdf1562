package org.jiuzhu.rulechange.web;

import java.time.Period;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.rulechange.CadenceRow;
import org.jiuzhu.rulechange.CaseRuleRow;
import org.jiuzhu.rulechange.RuleRow;
import org.jiuzhu.rulechange.TierRow;
import org.jiuzhu.rulechange.TierRow.Answer;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Problems;
import org.jspecify.annotations.Nullable;

/** Reads a row of a table from its fields, {@code <what>_<row>}. */
final class RowFields {

    private static final int MONTHS_OF_YEAR = 12;

    private RowFields() {}

    static RuleRow read(RuleChangeForm form, RuleRow row, Problems problems) {
        if (row instanceof CadenceRow cadence) {
            return cadence.with(duty(form, cadence, problems));
        }
        return row instanceof TierRow tier ? tier(form, tier, problems) : caseRule(form, (CaseRuleRow) row, problems);
    }

    private static Duty duty(RuleChangeForm form, CadenceRow row, Problems problems) {
        Duty now = row.duty();
        Integer count = RuleChangeForm.number(form.cell(row, "count", String.valueOf(now.count())));
        Per per = RuleChangeForm.choice(form.cell(row, "per", now.per().name()), Per.values());
        Channels channels =
                RuleChangeForm.choice(form.cell(row, "channels", now.channels().name()), Channels.values());
        String ahead = form.cell(row, "ahead", text(now.daysAhead())).strip();
        Integer daysAhead = RuleChangeForm.number(ahead);
        if (count == null || count < 1) {
            problems.add("count_" + row.id(), "rulechange.count.wrong");
        }
        if (per == null || per == Per.NONE) {
            problems.add("per_" + row.id(), "rulechange.per.wrong");
        }
        if (channels == null) {
            problems.add("channels_" + row.id(), "rulechange.channels.wrong");
        }
        if (!ahead.isEmpty() && (daysAhead == null || daysAhead < 1)) {
            problems.add("ahead_" + row.id(), "rulechange.ahead.wrong");
        }
        boolean once =
                form.cell(row, "once", String.valueOf(now.distinctDays())).equals("true");
        return problems.isEmpty() && count != null && per != null && channels != null
                ? new Duty(per, count, channels, once, daysAhead)
                : now;
    }

    static String text(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    private static TierRow tier(RuleChangeForm form, TierRow row, Problems problems) {
        Tier tier = RuleChangeForm.choice(form.cell(row, "tier", row.tier().name()), Tier.values());
        if (tier == null) {
            problems.add("tier_" + row.id(), "rulechange.tier.wrong");
        }
        Map<String, Answer> facts = new LinkedHashMap<>();
        row.facts().forEach((fact, now) -> {
            Answer answer = RuleChangeForm.choice(form.cell(row, fact, now.name()), Answer.values());
            if (answer == null) {
                problems.add(fact + "_" + row.id(), "rulechange.fact.wrong");
            }
            facts.put(fact, answer == null ? now : answer);
        });
        return row.with(facts, tier == null ? row.tier() : tier);
    }

    private static CaseRuleRow caseRule(RuleChangeForm form, CaseRuleRow row, Problems problems) {
        if (!row.rule().isPeriod()) {
            return row.with(form.cell(row, "value", row.value()));
        }
        String now = months(row);
        String typed = form.cell(row, "value", now);
        Integer months = RuleChangeForm.number(typed);
        if (months == null || months < 1) {
            problems.add("value_" + row.id(), "rulechange.months.wrong", CaseRuleRow.MOST_MONTHS);
            return row;
        }
        // Twelve months stay a year where a year was said.
        return typed.strip().equals(now) ? row : row.with(period(months).toString());
    }

    private static Period period(int months) {
        return months % MONTHS_OF_YEAR == 0 ? Period.ofYears(months / MONTHS_OF_YEAR) : Period.ofMonths(months);
    }

    static String months(CaseRuleRow row) {
        return String.valueOf(Period.parse(row.value()).toTotalMonths());
    }
}
