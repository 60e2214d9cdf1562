package org.jiuzhu.household.web;

import java.util.List;
import org.jiuzhu.shared.view.PageForm.Option;
import org.jspecify.annotations.Nullable;

/** What {@code household/table.html} shows. */
record DataTablePage(
        String point,
        List<Option> points,
        List<String> columns,
        List<Line> lines,
        int shown,
        String total,
        @Nullable String nextKey) {

    /** @param from the newest day of what is known, and its source */
    record Line(String href, List<String> cells, @Nullable String from) {}
}
