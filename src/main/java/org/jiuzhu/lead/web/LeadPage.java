package org.jiuzhu.lead.web;

import java.util.List;
import org.jiuzhu.shared.view.Due;
import org.jiuzhu.shared.view.Entry;
import org.jiuzhu.shared.view.Fact;
import org.jspecify.annotations.Nullable;

/**
 * A lead as its page shows it.
 *
 * @param state the words for it; {@code open} says whether somebody still has it in hand
 * @param replyDue when the source must have its answer; null where it expects none or has one
 * @param caseNumber the case it became or joined, where the reader sees it
 * @param notes what whoever reads must know first
 * @param questionable what was said and does not hold, one sentence each
 */
record LeadPage(
        String number,
        String title,
        String urgency,
        boolean open,
        String state,
        @Nullable Due replyDue,
        @Nullable String caseNumber,
        List<String> notes,
        @Nullable String story,
        List<String> questionable,
        List<Fact> person,
        List<Fact> facts,
        List<Reply> replies,
        List<Entry> timeline) {

    record Reply(String text, String when, String state) {}
}
