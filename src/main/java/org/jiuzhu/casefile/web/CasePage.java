package org.jiuzhu.casefile.web;

import java.util.List;
import org.jiuzhu.shared.view.Due;
import org.jiuzhu.shared.view.Entry;
import org.jiuzhu.shared.view.Fact;
import org.jiuzhu.shared.view.StageStep;
import org.jiuzhu.shared.view.Subject;
import org.jiuzhu.workflow.PageActions;
import org.jspecify.annotations.Nullable;

/** What {@code casefile/case.html} shows. */
record CasePage(
        String number,
        String title,
        boolean closed,
        @Nullable String closedWords,
        String urgency,
        List<Fact> facts,
        Subject subject,
        List<OpenTask> tasks,
        List<MeasureRow> measures,
        List<StageStep> stages,
        List<Entry> timeline,
        List<CaseDiagram> diagrams,
        List<PageActions.Link> actions) {

    record OpenTask(String taskId, String title, Due due, String who, String action) {}

    /**
     * @param kind what is done about the need
     * @param state a due state's name, as the style sheets have it
     * @param detail what came of it so far
     * @param href where it has a page of its own
     */
    record MeasureRow(
            String need, String kind, String state, String stateText, @Nullable String detail, @Nullable String href) {}

    record CaseDiagram(String title, String xmlUrl, String active, String done) {}
}
