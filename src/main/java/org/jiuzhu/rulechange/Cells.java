package org.jiuzhu.rulechange;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells of a decision table as they are written: a word stands in quotation marks. */
final class Cells {

    /** What a row does not ask. */
    static final String ANY = "-";

    static final String NOTHING = "null";

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    private Cells() {}

    static String quoted(String word) {
        return '"' + word + '"';
    }

    /** The one word of a cell; null where there is none, or an expression. */
    static @Nullable String word(Map<String, String> cells, String column) {
        Matcher literal = LITERAL.matcher(cells.getOrDefault(column, ""));
        return literal.matches() ? literal.group(1) : null;
    }

    static List<String> words(Map<String, String> cells, String column) {
        return LITERAL.matcher(cells.getOrDefault(column, ""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    static @Nullable Integer number(Map<String, String> cells, String column) {
        String cell = cells.getOrDefault(column, "");
        return cell.matches("\\d+") ? Integer.valueOf(cell) : null;
    }
}
