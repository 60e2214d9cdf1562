package org.jiuzhu.shared;

import java.util.List;

/**
 * A text that is not the value it should be. It knows no field: the caller makes a {@link FieldProblem} of it. Neither
 * the message nor the arguments repeat the text, because it may identify somebody.
 */
public class InvalidValue extends RuntimeException {

    private final String messageKey;
    private final transient List<Object> args;

    public InvalidValue(String messageKey, Object... args) {
        super(messageKey);
        this.messageKey = messageKey;
        this.args = List.of(args);
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> args() {
        return args;
    }

    public FieldProblem on(String field) {
        return new FieldProblem(field, messageKey, args);
    }
}
