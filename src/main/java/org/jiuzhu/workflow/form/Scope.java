package org.jiuzhu.workflow.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form's expressions see at one place, as in form-js: the whole answers by name, and {@code this},
 * {@code parent} and {@code i} inside the rows of a list.
 */
record Scope(
        Map<String, @Nullable Object> data,
        Map<String, @Nullable Object> self,
        @Nullable Map<String, @Nullable Object> parent,
        List<Integer> rows) {

    static Scope of(Map<String, @Nullable Object> data) {
        return new Scope(data, data, null, List.of());
    }

    /** @param number of the row, from 1 */
    Scope row(Map<String, @Nullable Object> row, int number) {
        List<Integer> inner = new ArrayList<>(rows);
        inner.add(number);
        return new Scope(data, row, context(self), inner);
    }

    Map<String, @Nullable Object> context() {
        return context(data);
    }

    private Map<String, @Nullable Object> context(Map<String, @Nullable Object> names) {
        Map<String, @Nullable Object> special = new HashMap<>();
        special.put("this", self);
        special.put("parent", parent);
        special.put("i", rows);
        Map<String, @Nullable Object> context = new HashMap<>(special);
        context.putAll(names);
        special.forEach((name, value) -> context.put("_" + name + "_", value));
        return context;
    }
}
