package org.jiuzhu.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a batch has already looked up: inside {@link #call} a question about something that does not change meanwhile
 * (who works where, which table holds) is asked once for all its rows; outside, every time. Nested batches are one.
 */
public final class Batch {

    private static final ThreadLocal<@Nullable Map<Object, Object>> KNOWN = new ThreadLocal<>();

    private Batch() {}

    public static <T extends @Nullable Object> T call(Supplier<T> work) {
        if (KNOWN.get() != null) {
            return work.get();
        }
        KNOWN.set(new HashMap<>());
        try {
            return work.get();
        } finally {
            KNOWN.remove();
        }
    }

    /** @param question a value whose class belongs to whoever asks */
    @SuppressWarnings("unchecked") // a question's class has one class of answers
    public static <T> T once(Object question, Supplier<T> answer) {
        Map<Object, Object> known = KNOWN.get();
        if (known == null) {
            return answer.get();
        }
        Object found = known.get(question);
        if (found == null) {
            found = answer.get();
            known.put(question, found);
        }
        return (T) found;
    }

    /** What is known already; null if it is not, and outside of a batch. */
    @SuppressWarnings("unchecked") // a question's class has one class of answers
    public static <T> @Nullable T known(Object question) {
        Map<Object, Object> known = KNOWN.get();
        return known == null ? null : (T) known.get(question);
    }

    /** An answer found for many questions at once. */
    public static void know(Object question, Object answer) {
        Map<Object, Object> known = KNOWN.get();
        if (known != null) {
            known.put(question, answer);
        }
    }
}
