package org.jiuzhu.household.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the next page begins, and how many were shown before it: {@code 25-17}. */
record PageKey(int shown, @Nullable Long after) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,6})-(\\d{1,18})");
    private static final PageKey FIRST = new PageKey(0, null);

    /** Anything else that somebody types into the address is the first page. */
    static PageKey of(@Nullable String text) {
        var match = FORM.matcher(text == null ? "" : text);
        return match.matches() ? new PageKey(Integer.parseInt(match.group(1)), Long.valueOf(match.group(2))) : FIRST;
    }

    @Override
    public String toString() {
        return shown + "-" + after;
    }
}
