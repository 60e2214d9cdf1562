package org.jiuzhu.application.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuzhu.application.Result;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a result's message; what it does not ask for, an amount above all, it does not keep. */
@Component
class ResultJson {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern NUMBER = Pattern.compile("SQ-\\d{4}-\\d{6,}");
    private static final int LONGEST_NOTE = 500;

    private final Clock clock;

    ResultJson(Clock clock) {
        this.clock = clock;
    }

    record Sent(String application, Result result) {}

    /** @throws InvalidInput naming every field that does not hold */
    Sent read(JsonNode body) {
        if (!body.isObject()) {
            throw new InvalidInput(FieldProblem.of("body", "application.body.unreadable"));
        }
        Problems problems = new Problems();
        String reference = matching(body, "reference", REFERENCE, "application.reference.form", problems);
        String number = matching(body, "application", NUMBER, "application.number.form", problems);
        Optional<Result.Kind> kind = kind(text(body, "result"));
        if (kind.isEmpty()) {
            problems.add("result", "application.result.unknown");
        }
        Optional<LocalDate> day = day(text(body, "decidedOn"));
        if (day.isEmpty()) {
            problems.add("decidedOn", "application.decidedOn.form");
        }
        String note = text(body, "note");
        if (note.length() > LONGEST_NOTE) {
            problems.add("note", "application.note.long");
        }
        problems.check();
        return new Sent(number, new Result(kind.orElseThrow(), day.orElseThrow(), reference, orNull(note)));
    }

    private static String matching(JsonNode body, String field, Pattern form, String otherwise, Problems problems) {
        String given = text(body, field);
        if (!form.matcher(given).matches()) {
            problems.add(field, otherwise);
        }
        return given;
    }

    private static Optional<Result.Kind> kind(String named) {
        return Arrays.stream(Result.Kind.values())
                .filter(kind -> kind.name().equals(named))
                .findFirst();
    }

    private Optional<LocalDate> day(String given) {
        try {
            return Optional.of(LocalDate.parse(given)).filter(day -> !day.isAfter(LocalDate.now(clock)));
        } catch (DateTimeException unclear) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        return value.isTextual() ? value.asText().replace("\u0000", "").strip() : "";
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
