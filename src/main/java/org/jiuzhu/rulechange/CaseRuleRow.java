package org.jiuzhu.rulechange;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of {@code case-rules} about visits.
 *
 * @param value a code or an ISO period, without quotation marks
 */
public record CaseRuleRow(String id, String profile, Rule rule, String value, String source) implements RuleRow {

    /** The longest time that a rule may name. */
    public static final int MOST_MONTHS = 60;

    /** Which rules visits depend on; not what is kept with a plan's step, such as how often to knock, or read when needed. */
    public enum Rule {
        /** A {@link org.jiuzhu.rules.CadenceMode}: by which rows of {@code visit-tier} people are sorted. */
        CADENCE_MODE("cadenceMode"),
        RECENT_EVENT_WINDOW("recentEventWindow"),
        ILLNESS_ALERT_VALIDITY("illnessAlertValidity"),
        /** What counts as a visit outside any plan. */
        EXTRA_VISIT_CHANNELS("extraVisitChannels"),
        /** After how long visits are offered again to whoever opted out. */
        OPT_OUT_REOFFER("optOutReoffer");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        /** As the table writes it. */
        public String code() {
            return code;
        }

        public boolean isPeriod() {
            return this == RECENT_EVENT_WINDOW || this == ILLNESS_ALERT_VALIDITY || this == OPT_OUT_REOFFER;
        }

        /** Whether it decides about tiers, and so about windows; the others hold for what is opened later. */
        public boolean decidesTiers() {
            return this != EXTRA_VISIT_CHANNELS && this != OPT_OUT_REOFFER;
        }
    }

    public CaseRuleRow with(String other) {
        return new CaseRuleRow(id, profile, rule, other, source);
    }

    @Override
    public String set() {
        return profile;
    }

    @Override
    public Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("profile", Cells.quoted(profile));
        cells.put("rule", Cells.quoted(rule.code));
        cells.put("value", Cells.quoted(value));
        return cells;
    }
}
