package org.jiuzhu.rules;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuzhu.calendar.Calendars;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.workflow.Decisions;
import org.jspecify.annotations.Nullable;

/** The rules of the shipped tables without the engine; an organisation's code is its profile. */
public final class RulesOf {

    private static final Rules SHIPPED = shipped();

    private RulesOf() {}

    static Rules shipped() {
        return shipped("2026-07-06T10:00");
    }

    static Rules shipped(String now) {
        return new Rules(new Files(), (org, on, instead) -> List.of(org), clock(now));
    }

    /** What the tables alone say, without asking what else the unknown facts might be. */
    public static Tier tier(String profile, Map<String, ? extends @Nullable Object> facts) {
        Map<String, @Nullable Object> inputs = new HashMap<>(facts);
        inputs.put("mode", new CaseRules(SHIPPED).ruling(profile, "cadenceMode").text("value"));
        return Tier.valueOf(SHIPPED.oneForAll("visit-tier", inputs).text("tier"));
    }

    public static VisitCadences cadences() {
        return new VisitCadences(shipped());
    }

    public static Deadlines deadlines(String now) {
        return new Deadlines(shipped(now), Calendars.shipped(), clock(now));
    }

    static Clock clock(String local) {
        return Clock.fixed(at(local), WorkCalendar.ZONE);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkCalendar.ZONE).toInstant();
    }

    private static final class Files implements Decisions {

        private static final Map<String, Table> TABLES = new HashMap<>();

        @Override
        public synchronized List<Map<String, Object>> evaluate(String decisionId, Map<String, ?> inputs) {
            return TABLES.computeIfAbsent(decisionId, Table::of).evaluate(inputs);
        }

        @Override
        public String version(String decisionId) {
            return decisionId + ":1";
        }
    }
}
