package org.jiuzhu.rulebook.web;

import java.util.List;

/**
 * What {@code rulebook/compare.html} shows: a column per profile, a row per rule.
 *
 * @param all whether rules that are the same everywhere are shown too
 */
record ComparePage(boolean all, List<Column> columns, List<Section> sections, int differing, int total) {

    /** @param notice the short name of its notice, as cells cite it */
    record Column(String name, String notice) {}

    record Section(String key, String title, List<Row> rows) {}

    record Row(String label, boolean differs, List<Cell> cells) {}

    /**
     * @param other whether it is not what the default says
     * @param assumed whether no notice of the profile says so
     */
    record Cell(String text, boolean other, boolean assumed, String source) {}
}
