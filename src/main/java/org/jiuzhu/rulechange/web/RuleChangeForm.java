package org.jiuzhu.rulechange.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuzhu.rulechange.CadenceRow;
import org.jiuzhu.rulechange.NewRuleChange;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.visit.Duty;
import org.jspecify.annotations.Nullable;

/** What was typed, as it was typed: the parameters of the address, by name. */
record RuleChangeForm(Map<String, String> typed) {

    static final List<String> FIELDS = List.of("count", "per", "channels", "ahead", "once");

    RuleChangeForm {
        typed = Map.copyOf(typed);
    }

    Kind kind() {
        return "PROFILE".equals(typed.get("kind")) ? Kind.PROFILE : Kind.CADENCE;
    }

    String profile() {
        return typed.getOrDefault("profile", "");
    }

    @Nullable
    String org() {
        return typed.get("org");
    }

    @Nullable
    String on() {
        return typed.get("on");
    }

    boolean atOnce() {
        return "true".equals(typed.get("atOnce"));
    }

    @Nullable
    String reason() {
        return typed.get("reason");
    }

    /** A field of a row: what was typed, or what the row says now. */
    String cell(CadenceRow row, String field) {
        String now =
                switch (field) {
                    case "count" -> String.valueOf(row.duty().count());
                    case "per" -> row.duty().per().name();
                    case "channels" -> row.duty().channels().name();
                    case "ahead" ->
                        row.duty().daysAhead() == null
                                ? ""
                                : row.duty().daysAhead().toString();
                    default -> String.valueOf(row.duty().distinctDays());
                };
        return typed.getOrDefault(field + "_" + row.id(), now);
    }

    /** @throws org.jiuzhu.shared.InvalidInput for what is no number, no date or no choice, by field */
    NewRuleChange asked(List<CadenceRow> known) {
        var problems = new Problems();
        List<CadenceRow> rows = new ArrayList<>();
        if (kind() == Kind.CADENCE) {
            known.forEach(row -> rows.add(row.with(duty(row, problems))));
        }
        problems.check();
        return new NewRuleChange(
                kind(), profile(), kind() == Kind.PROFILE ? org() : null, day(), rows, atOnce(), reason());
    }

    private Duty duty(CadenceRow row, Problems problems) {
        Integer count = number(cell(row, "count"));
        Per per = choice(cell(row, "per"), Per.values());
        Channels channels = choice(cell(row, "channels"), Channels.values());
        String ahead = cell(row, "ahead").strip();
        Integer daysAhead = number(ahead);
        if (count == null || count < 1) {
            problems.add("count_" + row.id(), "rulechange.count.wrong");
        }
        if (per == null || per == Per.NONE) {
            problems.add("per_" + row.id(), "rulechange.per.wrong");
        }
        if (channels == null) {
            problems.add("channels_" + row.id(), "rulechange.channels.wrong");
        }
        if (!ahead.isEmpty() && (daysAhead == null || daysAhead < 1)) {
            problems.add("ahead_" + row.id(), "rulechange.ahead.wrong");
        }
        return problems.isEmpty() && count != null && per != null && channels != null
                ? new Duty(per, count, channels, cell(row, "once").equals("true"), daysAhead)
                : row.duty();
    }

    private @Nullable LocalDate day() {
        String on = on();
        try {
            return on == null || on.isBlank() ? null : LocalDate.parse(on.strip());
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }

    private static @Nullable Integer number(String text) {
        return text.strip().matches("\\d{1,3}") ? Integer.valueOf(text.strip()) : null;
    }

    private static <E extends Enum<E>> @Nullable E choice(String text, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(text))
                .findFirst()
                .orElse(null);
    }

    /** Everything of it that an order repeats. */
    Map<String, String> hidden() {
        Map<String, String> hidden = new LinkedHashMap<>();
        typed.forEach((name, value) -> {
            if (!List.of("reason", "after", "_csrf", "lang").contains(name)) {
                hidden.put(name, value);
            }
        });
        return hidden;
    }
}
