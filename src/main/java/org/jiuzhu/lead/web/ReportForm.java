package org.jiuzhu.lead.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.NewLead;
import org.jiuzhu.lead.Safety;
import org.jiuzhu.lead.Said;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.workflow.FormAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** forms/lead/report-lead.form: what it offers, and the lead its answers make. */
@Component
class ReportForm {

    private static final Map<String, LeadSource> SOURCES = Map.of(
            "OWN_FINDING", LeadSource.CONSULTANT_FINDING,
            "NEIGHBOUR_VISIT", LeadSource.NEIGHBOUR_VISIT,
            "RESIDENT_REPORT", LeadSource.RESIDENT,
            "WALK_IN", LeadSource.WALK_IN,
            "STREET_HOTLINE", LeadSource.STREET_HOTLINE,
            "DEPARTMENT", LeadSource.DEPARTMENT,
            "PATROL", LeadSource.PATROL);

    private final Network network;
    private final Clock clock;
    private final String schema;

    ReportForm(Network network, Clock clock) {
        this.network = network;
        this.clock = clock;
        try {
            this.schema =
                    new ClassPathResource("forms/lead/report-lead.form").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    String schema() {
        return schema;
    }

    /** The committees of the user's street; the user's own is chosen. */
    Map<String, Object> data(Actor actor) {
        Map<String, Object> data = new HashMap<>();
        String org = actor.orgCode();
        String street = org != null && org.length() >= 9 && org.length() <= 12 ? org.substring(0, 9) : null;
        List<OrgUnit> points = street == null ? List.of() : network.pointsOf(street);
        data.put(
                "points",
                points.stream()
                        .map(point -> Map.of("value", point.code(), "label", point.name()))
                        .toList());
        if (points.stream().anyMatch(point -> point.code().equals(org))) {
            data.put("pointCode", String.valueOf(org));
        }
        return data;
    }

    NewLead lead(FormAnswers answers, Actor actor) {
        Set<String> signals = Set.copyOf(answers.choices("signals"));
        String danger = answers.text("danger");
        LeadSource source = actor.has("informant")
                ? LeadSource.INFORMANT
                : Objects.requireNonNull(SOURCES.get(answers.text("source")));
        String reporter = answers.optionalText("reporterName");
        return new NewLead(
                source,
                answers.optionalText("sourceRef"),
                since(answers.optionalText("happenedOn")),
                null,
                answers.text("story"),
                reporter == null ? actor.displayName() : reporter,
                answers.optionalText("reporterPhone"),
                new Said(
                        answers.optionalText("personName"),
                        answers.optionalText("idNumber"),
                        answers.optionalText("phone"),
                        answers.optionalText("pointCode"),
                        null,
                        answers.optionalText("road"),
                        answers.optionalText("room")),
                new Safety(
                        "UNKNOWN".equals(danger) ? null : "YES".equals(danger),
                        signals.contains("MINOR_AT_RISK"),
                        signals.contains("MAJOR_CHANGE"),
                        signals.contains("STREET_PERSON") || source == LeadSource.PATROL),
                actor.orgCode(),
                null,
                answers.optionalText("department"),
                false,
                List.of());
    }

    /** Today is now; a day that has passed began at its first minute. */
    private @Nullable Instant since(@Nullable String day) {
        if (day == null || LocalDate.parse(day).equals(LocalDate.now(clock))) {
            return null;
        }
        return LocalDate.parse(day).atStartOfDay(ProductClock.ZONE).toInstant();
    }

    /** What the form calls a lead's field. */
    static String key(String field) {
        return switch (field) {
            case "committeeCode" -> "pointCode";
            case "name" -> "personName";
            case "receivedAt" -> "happenedOn";
            default -> field;
        };
    }
}
