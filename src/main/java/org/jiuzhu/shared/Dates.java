package org.jiuzhu.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Days that somebody reports must have come; days that somebody appoints must be still to come. */
@Component
public class Dates {

    private final Clock clock;

    Dates(Clock clock) {
        this.clock = clock;
    }

    /** @throws InvalidInput if the day is missing or after today */
    public LocalDate past(Function<String, @Nullable LocalDate> answers, String field) {
        LocalDate day = required(answers, field);
        if (day.isAfter(LocalDate.now(clock))) {
            throw new InvalidInput(FieldProblem.of(field, "date.notYet", day));
        }
        return day;
    }

    /** @throws InvalidInput if the day is missing or before today */
    public LocalDate comingOrToday(Function<String, @Nullable LocalDate> answers, String field) {
        LocalDate day = required(answers, field);
        if (day.isBefore(LocalDate.now(clock))) {
            throw new InvalidInput(FieldProblem.of(field, "date.alreadyPast", day));
        }
        return day;
    }

    private static LocalDate required(Function<String, @Nullable LocalDate> answers, String field) {
        LocalDate day = answers.apply(field);
        if (day == null) {
            throw new InvalidInput(FieldProblem.of(field, "form.required"));
        }
        return day;
    }
}
