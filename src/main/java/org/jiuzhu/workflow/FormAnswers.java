package org.jiuzhu.workflow;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers that passed the form's own rules; keys and types are those of the form file. */
public record FormAnswers(Map<String, @Nullable Object> values) {

    public String text(String key) {
        return (String) required(key);
    }

    public @Nullable String optionalText(String key) {
        return values.get(key) instanceof String text && !text.isBlank() ? text.strip() : null;
    }

    /** A choice between {@code YES} and {@code NO}, or a ticked box. */
    public boolean yes(String key) {
        Object value = values.get(key);
        return Boolean.TRUE.equals(value) || "YES".equals(value) || "true".equals(value);
    }

    public <E extends Enum<E>> E choice(String key, Class<E> type) {
        return Enum.valueOf(type, text(key));
    }

    public @Nullable BigDecimal number(String key) {
        return values.get(key) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    public @Nullable LocalDate date(String key) {
        String text = optionalText(key);
        return text == null ? null : LocalDate.parse(text);
    }

    /** Whether the question was put and came back, be it without an answer. */
    public boolean asked(String key) {
        return values.containsKey(key);
    }

    public List<String> choices(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    @SuppressWarnings("unchecked")
    public List<FormAnswers> rows(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream()
                        .map(row -> new FormAnswers((Map<String, @Nullable Object>) row))
                        .toList()
                : List.of();
    }

    private Object required(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("The form let " + key + " through without an answer");
        }
        return value;
    }
}
