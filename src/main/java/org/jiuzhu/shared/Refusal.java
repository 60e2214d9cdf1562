package org.jiuzhu.shared;

import java.util.List;

/** A request that cannot be done, told to the user by a message key; nothing was changed. */
public class Refusal extends RuntimeException {

    public enum Kind {
        /** The thing is not there, or not for this user: both look the same from outside. */
        NOT_FOUND,
        /** The user is known and the thing is visible, but this user may not do this. */
        FORBIDDEN,
        /** Somebody else was first, or the state has moved on. */
        CONFLICT,
        /** A rule of the domain stands against it. */
        UNPROCESSABLE,
        /** Too many requests, or not now. */
        NOT_NOW
    }

    private final Kind kind;
    private final String messageKey;
    private final transient List<Object> args;

    public Refusal(Kind kind, String messageKey, Object... args) {
        super(kind + " " + messageKey);
        this.kind = kind;
        this.messageKey = messageKey;
        this.args = List.of(args);
    }

    public Kind kind() {
        return kind;
    }

    public String messageKey() {
        return messageKey;
    }

    public List<Object> args() {
        return args;
    }
}
