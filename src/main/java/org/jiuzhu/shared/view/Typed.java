package org.jiuzhu.shared.view;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What somebody typed into a page's form, read field by field; what cannot be read is said, and stays typed. */
public final class Typed {

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<FieldProblem> problems = new ArrayList<>();

    public Typed(MultiValueMap<String, String> posted) {
        posted.forEach((key, all) -> values.put(
                key,
                all.stream().map(String::strip).filter(text -> !text.isEmpty()).toList()));
    }

    public Map<String, List<String>> values() {
        return values;
    }

    public List<FieldProblem> problems() {
        return problems;
    }

    /** What else does not hold, found by whoever knows the domain. */
    public void wrong(InvalidInput invalid) {
        problems.addAll(invalid.problems());
    }

    public void wrong(String field, String messageKey, Object... args) {
        problems.add(FieldProblem.of(field, messageKey, args));
    }

    public boolean holds() {
        return problems.isEmpty();
    }

    public @Nullable String text(String key) {
        List<String> all = values.getOrDefault(key, List.of());
        return all.isEmpty() ? null : all.get(0);
    }

    public boolean yes(String key) {
        return "YES".equals(text(key));
    }

    public @Nullable LocalDate date(String key) {
        String text = text(key);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            wrong(key, "person.date.form");
            return null;
        }
    }

    public LocalDate requiredDate(String key, LocalDate otherwise) {
        LocalDate date = date(key);
        if (date == null && text(key) == null) {
            wrong(key, "person.required");
        }
        return date == null ? otherwise : date;
    }

    public <E extends Enum<E>> @Nullable E code(String key, Class<E> type) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        E code = Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(text))
                .findFirst()
                .orElse(null);
        if (code == null) {
            wrong(key, "person.choice");
        }
        return code;
    }

    public <E extends Enum<E>> E requiredCode(String key, Class<E> type, E otherwise) {
        E code = code(key, type);
        if (code == null && text(key) == null) {
            wrong(key, "person.required");
        }
        return code == null ? otherwise : code;
    }

    public <E extends Enum<E>> Set<E> codes(String key, Class<E> type) {
        List<String> all = values.getOrDefault(key, List.of());
        Set<E> known = Arrays.stream(type.getEnumConstants())
                .filter(one -> all.contains(one.name()))
                .collect(Collectors.toUnmodifiableSet());
        if (known.size() < all.size()) {
            wrong(key, "person.choice");
        }
        return known;
    }

    public @Nullable Integer number(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException unreadable) {
            wrong(key, "person.choice");
            return null;
        }
    }

    public @Nullable Long id(String key) {
        String text = text(key);
        return text != null && text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }
}
