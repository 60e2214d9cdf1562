package org.jiuzhu.rules;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.shared.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How urgent a lead is, who triages it and when its source is answered. */
@Component
public class LeadDecisions {

    /** @param askSafety whether somebody still has to ask if life or safety is in danger */
    public record Priority(Urgency urgency, boolean askSafety, Ruling ruling) {}

    /** @param step the triage step, as task routing knows it */
    public record Route(String step, Ruling ruling) {}

    private final Rules rules;
    private final Deadlines deadlines;

    LeadDecisions(Rules rules, Deadlines deadlines) {
        this.rules = rules;
        this.deadlines = deadlines;
    }

    /** Decision {@code lead-priority}; null is unknown. */
    public Priority priority(
            String orgCode,
            @Nullable Boolean danger,
            @Nullable Boolean minorAtRisk,
            @Nullable Boolean majorChange,
            @Nullable Boolean streetPerson) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("danger", danger);
        facts.put("minorAtRisk", minorAtRisk);
        facts.put("majorChange", majorChange);
        facts.put("streetPerson", streetPerson);
        var ruling = rules.one("lead-priority", orgCode, facts);
        return new Priority(Urgency.valueOf(ruling.text("urgency")), ruling.flag("askSafety"), ruling);
    }

    /**
     * Decision {@code lead-route}.
     *
     * @param channel how the lead came in, by the words of the table
     * @param consultantAtPoint whether the point has a consultant who may take it
     */
    public Route route(String orgCode, Urgency urgency, String channel, boolean consultantAtPoint) {
        var ruling = rules.one(
                "lead-route",
                orgCode,
                Map.of("urgency", urgency.name(), "channel", channel, "consultantAtPoint", consultantAtPoint));
        return new Route(ruling.text("route"), ruling);
    }

    /**
     * Decision {@code lead-reply}: when the source has to be answered; a hotline ticket keeps its own deadline however
     * urgent it is.
     */
    public Optional<Instant> replyDue(
            String orgCode, String channel, @Nullable Instant sourceDeadline, Instant receivedAt) {
        var ruling =
                rules.one("lead-reply", orgCode, Map.of("channel", channel, "sourceDeadline", sourceDeadline != null));
        return switch (ruling.text("reply")) {
            case "SOURCE" -> Optional.ofNullable(sourceDeadline);
            case "HOTLINE_REPLY" -> Optional.of(deadlines.dueFrom("hotlineReply", orgCode, null, null, receivedAt));
            default -> Optional.empty();
        };
    }
}
