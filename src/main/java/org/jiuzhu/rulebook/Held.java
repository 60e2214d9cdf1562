package org.jiuzhu.rulebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jiuzhu.workflow.WrittenTable;

/**
 * A row of a table that answers in some place.
 *
 * @param profile whose row it is; empty where the row is the same for all
 */
public record Held(WrittenTable table, WrittenTable.Row row, String profile) {

    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");

    /** The row's place on a page; no two rows share it. */
    public String id() {
        return table.id() + "." + row.id();
    }

    /** A cell of the row without quotation marks; {@code -} where there is none. */
    public String condition(String input) {
        return plain(row.conditions().getOrDefault(input, "-"));
    }

    public String conclusion(String output) {
        return plain(row.conclusions().getOrDefault(output, "-"));
    }

    static String plain(String cell) {
        Matcher literal = LITERAL.matcher(cell);
        return literal.matches() ? literal.group(1) : cell;
    }
}
