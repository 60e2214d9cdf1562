package org.jiuzhu.lead.web;

import java.util.List;
import org.jiuzhu.shared.view.Due;
import org.jspecify.annotations.Nullable;

/**
 * What {@code lead/list.html} shows.
 *
 * @param which in hand, settled or all
 * @param owed whether only those whose source waits for an answer
 * @param doors further pages about leads that the reader may open, by their address
 * @param more the address of the next page; null on the last
 */
record LeadListPage(
        String which,
        boolean owed,
        @Nullable String source,
        List<Option> sources,
        List<Row> rows,
        @Nullable String more,
        boolean mayReport,
        List<Option> doors) {

    record Option(String value, String label) {}

    /** @param replyDue null where no answer is owed */
    record Row(
            String href,
            String number,
            String name,
            String urgency,
            String source,
            String received,
            String unit,
            String state,
            String stateText,
            @Nullable Due replyDue,
            @Nullable String caseNumber) {}
}
