package org.jiuzhu.worklist.web;

import java.util.List;
import org.jiuzhu.shared.view.Due;
import org.jspecify.annotations.Nullable;

/**
 * What {@code worklist/list.html} shows.
 *
 * @param scope mine, open or all
 * @param nextKey where the next page begins; null on the last
 * @param mayReport whether the reader may register a lead
 */
record WorkListPage(
        String scope,
        Filters filters,
        Numbers counts,
        List<Option> stages,
        List<Group> groups,
        int shown,
        String total,
        @Nullable String nextKey,
        boolean mayReport) {

    record Filters(boolean overdue, boolean urgent, @Nullable String stage) {}

    /** Each stops at 1,000. */
    record Numbers(int mine, int open, int all, int overdue, int today, int urgent) {}

    record Option(String value, String label) {}

    /** @param key overdue, today, week or later */
    record Group(String key, String label, String count, List<Row> rows) {}

    /** @param action claim or continue */
    record Row(
            String taskId,
            String title,
            Due due,
            String urgency,
            @Nullable String subjectName,
            List<String> meta,
            @Nullable String tier,
            StageBar stage,
            Who who,
            String action) {}

    record StageBar(String label, int step, int of) {}

    record Who(boolean mine, String text, @Nullable String detail) {}
}
