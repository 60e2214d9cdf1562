package org.jiuzhu.rulechange.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jiuzhu.rulechange.NewRuleChange;
import org.jiuzhu.rulechange.RuleChange.Kind;
import org.jiuzhu.rulechange.RuleRow;
import org.jiuzhu.shared.Problems;
import org.jspecify.annotations.Nullable;

/** What was typed, as it was typed: the parameters of the address, by name. */
record RuleChangeForm(Map<String, String> typed) {

    RuleChangeForm {
        typed = Map.copyOf(typed);
    }

    Kind kind() {
        Kind kind = choice(typed.getOrDefault("kind", ""), Kind.values());
        return kind == null ? Kind.CADENCE : kind;
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
    String cell(RuleRow row, String field, String now) {
        return typed.getOrDefault(field + "_" + row.id(), now);
    }

    /** @throws org.jiuzhu.shared.InvalidInput for what is no number, no date or no choice, by field */
    NewRuleChange asked(List<RuleRow> known) {
        var problems = new Problems();
        List<RuleRow> rows = new ArrayList<>();
        known.forEach(row -> rows.add(RowFields.read(this, row, problems)));
        problems.check();
        return new NewRuleChange(
                kind(), profile(), kind() == Kind.PROFILE ? org() : null, day(), rows, atOnce(), reason());
    }

    private @Nullable LocalDate day() {
        String on = on();
        try {
            return on == null || on.isBlank() ? null : LocalDate.parse(on.strip());
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }

    static @Nullable Integer number(String text) {
        return text.strip().matches("\\d{1,3}") ? Integer.valueOf(text.strip()) : null;
    }

    static <E extends Enum<E>> @Nullable E choice(String text, E[] values) {
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
