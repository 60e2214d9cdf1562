package org.jiuzhu.workflow.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks dates ({@code 2026-09-28}), times ({@code 13:30}) and both with a {@code T} between them. */
final class DateCheck {

    private static final Pattern TIME = Pattern.compile("(\\d{2}:\\d{2})(?::00)?(?:Z|[+-]\\d{2}:\\d{2})?");
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    private final LocalDate today;

    DateCheck(LocalDate today) {
        this.today = today;
    }

    /** The key of what is wrong, if something is. */
    Optional<String> problem(FormPart field, String value) {
        String subtype = field.json().path("subtype").asText("date");
        try {
            String[] halves = value.split("T", -1);
            if (halves.length != (subtype.equals("datetime") ? 2 : 1)) {
                return Optional.of("form.date");
            }
            if (!subtype.equals("time") && passed(field, LocalDate.parse(halves[0]))) {
                return Optional.of("form.datePassed");
            }
            boolean hasTime = !subtype.equals("date");
            return hasTime && offStep(field, time(halves[halves.length - 1]))
                    ? Optional.of("form.timeStep")
                    : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.of(subtype.equals("time") ? "form.time" : "form.date");
        }
    }

    Object[] args(FormPart field, String key) {
        return key.equals("form.timeStep") ? new Object[] {String.valueOf(step(field))} : new Object[0];
    }

    private boolean passed(FormPart field, LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new DateTimeException("out of range");
        }
        return field.json().path("disallowPassedDates").asBoolean() && date.isBefore(today);
    }

    private static LocalTime time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            throw new DateTimeException("not a time");
        }
        return LocalTime.parse(time.group(1));
    }

    private static boolean offStep(FormPart field, LocalTime time) {
        return (time.getHour() * 60 + time.getMinute()) % step(field) != 0;
    }

    private static int step(FormPart field) {
        return Math.max(1, field.json().path("timeInterval").asInt(1));
    }
}
