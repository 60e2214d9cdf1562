package org.jiuzhu.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what tables answered, the least recently asked forgotten first: an evaluation takes milliseconds, and
 * derived facts repeat. Another version of a table is another key.
 */
final class RuleMemo {

    private static final int ENTRIES = 10_000;

    private record Question(String version, Map<String, ? extends @Nullable Object> inputs) {}

    private final Map<Question, List<Map<String, @Nullable Object>>> answers = new LinkedHashMap<>(256, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Question, List<Map<String, @Nullable Object>>> eldest) {
            return size() > ENTRIES;
        }
    };

    List<Map<String, @Nullable Object>> rows(
            String version,
            Map<String, ? extends @Nullable Object> inputs,
            Supplier<List<Map<String, @Nullable Object>>> evaluation) {
        var question = new Question(version, Map.copyOf(known(inputs)));
        synchronized (answers) {
            var remembered = answers.get(question);
            if (remembered != null) {
                return remembered;
            }
        }
        var rows = List.copyOf(evaluation.get());
        synchronized (answers) {
            answers.put(question, rows);
        }
        return rows;
    }

    private static Map<String, Object> known(Map<String, ? extends @Nullable Object> inputs) {
        var known = new LinkedHashMap<String, Object>();
        inputs.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        return known;
    }
}
