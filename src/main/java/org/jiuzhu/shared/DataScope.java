package org.jiuzhu.shared;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which rows this thread may see. PostgreSQL's row-level security reads it in every transaction; a thread without a
 * scope sees nothing.
 *
 * @param level how wide
 * @param code the organisation's code, or the reason of a system scope
 * @param closed what is left out of it
 */
public record DataScope(Level level, String code, Closed closed) {

    public DataScope(Level level, String code) {
        this(level, code, Closed.NOTHING);
    }

    public enum Level {
        NONE,
        POINT,
        STREET,
        DISTRICT,
        NGO,
        /** The visits of a point, and no resident beside them. */
        VISITOR,
        SYSTEM
    }

    public static final DataScope NOTHING = new DataScope(Level.NONE, "");

    private static final ThreadLocal<@Nullable DataScope> CURRENT = new ThreadLocal<>();

    public static DataScope current() {
        DataScope scope = CURRENT.get();
        return scope == null ? NOTHING : scope;
    }

    /** A named reason why the product itself, and no user, reads and writes. */
    public static DataScope system(String reason) {
        return new DataScope(Level.SYSTEM, reason);
    }

    /** Whoever sees what is entrusted or referred to them, and no resident beside it. */
    public boolean seesNoResidents() {
        return level == Level.VISITOR || level == Level.NGO;
    }

    /** The same rows but for these. */
    public DataScope without(Closed hidden) {
        return new DataScope(level, code, hidden);
    }

    /** Runs with this scope; a transaction begun inside is bound to it. */
    public <T extends @Nullable Object> T call(Supplier<T> work) {
        DataScope before = CURRENT.get();
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    public void run(Runnable work) {
        this.<@Nullable Object>call(() -> {
            work.run();
            return null;
        });
    }

    /** Ids of what nobody may see of their own relatives, wherever it is stored. */
    public record Closed(Set<Long> households, Set<Long> people, Set<Long> cases, Set<Long> leads, Set<String> tasks) {

        public static final Closed NOTHING = new Closed(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

        public boolean isNothing() {
            return equals(NOTHING);
        }
    }
}
