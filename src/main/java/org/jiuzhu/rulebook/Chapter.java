package org.jiuzhu.rulebook;

import java.util.List;
import java.util.Set;

/** Where on the page a row stands, by the field's own terms. */
public enum Chapter {
    VISITS,
    DEADLINES,
    STAFFING,
    ROUTING,
    LEADS,
    REFERRAL,
    CASES,
    /** A table that a modeler has added. */
    OTHER;

    private static final Set<String> VISIT_RULES = Set.of(
            "cadenceMode",
            "recentEventWindow",
            "illnessAlertValidity",
            "windowMode",
            "homeVisitEveryWindows",
            "visitAttemptDays",
            "extraVisitChannels",
            "optOutReoffer",
            "checkInAt",
            "checkOutMinutes",
            "lookAfterMinutes",
            "cadenceAppliesTo",
            "visitorRole");
    private static final Set<String> STAFF_RULES = Set.of("eligibleOccupation", "trainingOrganiser");
    private static final Set<String> RECORD_RULES = Set.of("serviceGroup", "recordRoute");

    /** Tables in the order in which a chapter tells them. */
    public static final List<String> TABLES = List.of(
            "case-rules",
            "jurisdiction",
            "visit-tier",
            "visit-cadence",
            "staffing",
            "training",
            "task-routing",
            "deadlines",
            "lead-priority",
            "lead-route",
            "lead-reply",
            "policy-find-class",
            "referral-routing");

    public static Chapter of(Held held) {
        return switch (held.table().id()) {
            case "visit-tier", "visit-cadence" -> VISITS;
            case "deadlines" -> DEADLINES;
            case "staffing", "training" -> STAFFING;
            case "task-routing" -> ROUTING;
            case "lead-priority", "lead-route", "lead-reply" -> LEADS;
            case "policy-find-class", "referral-routing" -> REFERRAL;
            case "case-rules" -> VISIT_RULES.contains(held.condition("rule")) ? VISITS : CASES;
            case "jurisdiction" -> ofParameter(held.condition("parameter"));
            default -> OTHER;
        };
    }

    private static Chapter ofParameter(String parameter) {
        if (VISIT_RULES.contains(parameter)) {
            return VISITS;
        }
        if (STAFF_RULES.contains(parameter)) {
            return STAFFING;
        }
        return RECORD_RULES.contains(parameter) ? CASES : ROUTING;
    }
}
