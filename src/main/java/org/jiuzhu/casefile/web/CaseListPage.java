package org.jiuzhu.casefile.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code casefile/list.html} shows.
 *
 * @param which open, closed or all
 */
record CaseListPage(String which, List<Row> rows, @Nullable Long next) {

    /** @param state a due state's name, as the style sheets have it */
    record Row(
            String href,
            String number,
            String name,
            String about,
            @Nullable String tier,
            String urgency,
            String committee,
            String state,
            String stateText,
            String opened) {}
}
