package org.jiuzhu.rules;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One row of a decision table that answered, with the profile it was asked for and the sentence it rests on.
 *
 * @param profile empty for a table that knows no profiles
 */
public record Ruling(String decision, String profile, Map<String, @Nullable Object> outputs) {

    /** The source of a row that no notice states: configuration, and shown as such. */
    public static final String ASSUMPTION = "assumption";

    public String text(String output) {
        return String.valueOf(value(output));
    }

    public int number(String output) {
        return ((Number) value(output)).intValue();
    }

    public boolean flag(String output) {
        return (Boolean) value(output);
    }

    public boolean has(String output) {
        return outputs.get(output) != null;
    }

    /** The notice and its section, as in {@code SJ 二(一)}, or {@link #ASSUMPTION}. */
    public String source() {
        return text("source");
    }

    public boolean isAssumption() {
        return source().equals(ASSUMPTION);
    }

    private Object value(String output) {
        return Objects.requireNonNull(outputs.get(output), () -> decision + " gave no " + output);
    }
}
