package org.jiuzhu.worklist.web;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Says failures in the reader's language: what happened, and what to do. */
@Component
class FailureWords {

    private final Words words;

    FailureWords(Words words) {
        this.words = words;
    }

    Failure of(Refusal refusal) {
        boolean kept = refusal instanceof AnswersKept;
        return new Failure(
                status(refusal.kind()).value(),
                words.say(refusal.messageKey(), refusal.args().toArray()),
                words.say(kept ? "failure.kept" : "failure." + refusal.kind()),
                kept ? true : null,
                null);
    }

    Failure of(InvalidInput invalid) {
        Map<String, String> labels = invalid instanceof InvalidAnswers answers ? answers.labels() : Map.of();
        List<Failure.Field> fields = invalid.problems().stream()
                .map(problem -> new Failure.Field(problem.field(), labels.get(problem.field()), say(problem)))
                .toList();
        return new Failure(
                HttpStatus.UNPROCESSABLE_ENTITY.value(),
                words.say("failure.invalid", fields.size()),
                words.say("failure.invalid.todo"),
                null,
                fields);
    }

    /** A failure of the request itself, or of the product. */
    Failure of(int status, String reference) {
        String key = "failure." + (status == 404 || status == 403 ? status : status < 500 ? 400 : 500);
        return new Failure(status, words.say(key), words.say(key + ".todo", reference), null, null);
    }

    /** Names a failure in the log and to the user; short enough to be read out on the telephone. */
    static String reference() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt()).toUpperCase(Locale.ROOT);
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case UNPROCESSABLE -> HttpStatus.UNPROCESSABLE_ENTITY;
            case NOT_NOW -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    private String say(FieldProblem problem) {
        return words.say(problem.messageKey(), problem.args().toArray());
    }
}
