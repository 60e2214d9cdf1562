package org.jiuzhu.lead.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jspecify.annotations.Nullable;

/** Who may report what: the hotline its tickets, an informant what was seen, consultants everything else. */
final class Reporting {

    static final String HOTLINE = "hotlineClient";
    static final String PUSH = "pushClient";

    private static final Set<String> CONSULTANTS =
            Set.of("pointConsultant", "pointLead", "stationConsultant", "stationLead", "otherVisitor");
    private static final Set<LeadSource> MACHINES = EnumSet.of(LeadSource.HOTLINE_12345, LeadSource.PUSH);

    private Reporting() {}

    private static final Set<String> PUSH_READERS =
            Set.of("stationConsultant", "stationLead", "districtSupervisor", "inspector");

    static boolean maySeePushes(Actor actor) {
        return actor.roles().stream().anyMatch(PUSH_READERS::contains);
    }

    static boolean mayReport(Actor actor) {
        return actor.has("informant") || actor.roles().stream().anyMatch(CONSULTANTS::contains);
    }

    /**
     * @param named the source as named in the message
     * @throws Refusal FORBIDDEN where it is not this actor's to report
     */
    static LeadSource source(@Nullable String named, Actor actor) {
        if (!actor.has(HOTLINE) && !mayReport(actor)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "lead.mayNotReport");
        }
        LeadSource source = named == null ? usual(actor) : parse(named);
        boolean own = actor.has(HOTLINE) ? source == LeadSource.HOTLINE_12345 : !MACHINES.contains(source);
        if (!own) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "lead.source.notYours");
        }
        return actor.roles().stream().anyMatch(CONSULTANTS::contains) || actor.has(HOTLINE)
                ? source
                : LeadSource.INFORMANT;
    }

    static Optional<LeadSource> known(String named) {
        return Arrays.stream(LeadSource.values())
                .filter(source -> source.name().equals(named))
                .findFirst();
    }

    private static LeadSource parse(String named) {
        return known(named).orElseThrow(() -> new InvalidInput(FieldProblem.of("source", "lead.source.unknown")));
    }

    private static LeadSource usual(Actor actor) {
        return actor.has(HOTLINE) ? LeadSource.HOTLINE_12345 : LeadSource.CONSULTANT_FINDING;
    }
}
