package org.jiuzhu.lead;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jiuzhu.shared.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ticket's JSON without losing any of it: what is not as it should be is noted, and the whole message is kept.
 */
public final class TicketJson {

    private final JsonNode body;
    private final List<FieldProblem> unreadable = new ArrayList<>();

    public TicketJson(JsonNode body) {
        this.body = body;
    }

    public NewLead lead(LeadSource source, @Nullable String sourceRef, @Nullable String fromOrg) {
        Said said = new Said(
                text("name"),
                text("idNumber"),
                text("phone"),
                text("committeeCode"),
                text("streetCode"),
                text("road"),
                text("room"));
        Safety safety =
                new Safety(yesNo("dangerToLife"), yesNo("minorAtRisk"), yesNo("majorChange"), yesNo("streetPerson"));
        return new NewLead(
                source,
                sourceRef,
                instant("receivedAt"),
                instant("replyBy"),
                text("story"),
                text("reporterName"),
                text("reporterPhone"),
                said,
                safety,
                fromOrg,
                body.toString(),
                List.copyOf(unreadable));
    }

    /** Blank is nothing; a number or an object where words belong is kept as it stands. */
    public @Nullable String text(String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = (value.isValueNode() ? value.asText() : value.toString())
                .replace("\u0000", "")
                .strip();
        return text.isEmpty() ? null : text;
    }

    private @Nullable Boolean yesNo(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "TRUE", "YES" -> true;
            case "FALSE", "NO" -> false;
            case "UNKNOWN" -> null;
            default -> {
                unreadable.add(FieldProblem.of(field, "lead.value.yesNo"));
                yield null;
            }
        };
    }

    private @Nullable Instant instant(String field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unclear) {
            unreadable.add(FieldProblem.of(field, "lead.value.instant"));
            return null;
        }
    }
}
