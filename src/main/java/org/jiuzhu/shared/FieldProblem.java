package org.jiuzhu.shared;

import java.util.List;

/** What is wrong with one field: {@code items[0].goal}, a message key and its arguments. */
public record FieldProblem(String field, String messageKey, List<Object> args) {

    public static FieldProblem of(String field, String messageKey, Object... args) {
        return new FieldProblem(field, messageKey, List.of(args));
    }
}
