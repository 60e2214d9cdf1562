package org.jiuzhu.visit.process;

import static org.jiuzhu.visit.process.VisitProcess.windowId;

import java.time.LocalDate;
import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.visit.MissedVisits;
import org.jiuzhu.visit.MissedVisits.Explanation;
import org.jiuzhu.visit.MissedVisits.Reason;
import org.jiuzhu.visit.VisitWindows;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever answers for a point says why nobody came, and until when somebody will. */
@Component
class ExplainMissedVisitTask implements WindowTask {

    private final VisitWindows windows;
    private final MissedVisits missed;
    private final VisitWords words;
    private final InHand inHand;
    private final Dates dates;
    private final DataScopes scopes;

    ExplainMissedVisitTask(
            VisitWindows windows,
            MissedVisits missed,
            VisitWords words,
            InHand inHand,
            Dates dates,
            DataScopes scopes) {
        this.windows = windows;
        this.missed = missed;
        this.words = words;
        this.inHand = inHand;
        this.dates = dates;
        this.scopes = scopes;
    }

    @Override
    public String taskKey() {
        return "userTask_explainMissedVisit";
    }

    @Override
    public VisitWindows windows() {
        return windows;
    }

    /** After a move somebody else may be asked about a window that stayed where it was missed. */
    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return scopes.asSystem("visit form", () -> Map.of("owed", words.owed(windows.get(windowId(task)))));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        LocalDate makeUpBy = answers.yes("makeUp") ? dates.comingOrToday(answers::date, "makeUpBy") : null;
        Explanation explanation = new Explanation(
                answers.choice("reason", Reason.class), answers.text("note").strip(), makeUpBy);
        long window = windowId(task);
        inHand.run(window, () -> missed.explain(window, explanation, by));
        return Map.of();
    }
}
