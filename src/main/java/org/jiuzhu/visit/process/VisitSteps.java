package org.jiuzhu.visit.process;

import static org.jiuzhu.visit.process.VisitProcess.REMIND_AT;
import static org.jiuzhu.visit.process.VisitProcess.WINDOW_ID;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jiuzhu.rules.Deadlines;
import org.jiuzhu.visit.MissedVisits;
import org.jiuzhu.visit.VisitWindows;
import org.jiuzhu.workflow.ForModels;
import org.springframework.stereotype.Component;

/** What visit asks at its gateways: a function of dates and contacts, never of which job ran when. */
@Component("visits")
@ForModels
public class VisitSteps {

    private static final String EXPLAIN = "userTask_explainMissedVisit";

    private static final int BURST = -10;

    private final VisitWindows windows;
    private final Deadlines deadlines;
    private final MissedVisits missed;
    private final InHand inHand;

    VisitSteps(VisitWindows windows, Deadlines deadlines, MissedVisits missed, InHand inHand) {
        this.windows = windows;
        this.deadlines = deadlines;
        this.missed = missed;
        this.inHand = inHand;
    }

    /** Whether somebody goes again: nothing has settled the window, and it did not end with tries in vain. */
    public boolean goesOn(long windowId) {
        return isAwaited(windowId) && !windows.isAttempted(windowId);
    }

    /** Whether a visit for the window is still to come. */
    public boolean isAwaited(long windowId) {
        return !windows.get(windowId).isSettled();
    }

    public boolean isMissed(long windowId) {
        return windows.isMissed(windowId);
    }

    /** The window was missed, and whoever answers for it is being asked why. */
    public boolean isBeingExplained(DelegateExecution execution) {
        return isUnexplained(windowId(execution)) && isAsked(execution);
    }

    /** The window was missed, and the job that asks why has not run yet. */
    public boolean isJustMissed(DelegateExecution execution) {
        return isUnexplained(windowId(execution)) && !isAsked(execution);
    }

    /** As whoever starts the visit passes it; asked again later, because the visit went along with a move, as kept. */
    public Date remindAt(DelegateExecution execution) {
        return execution.getVariable(REMIND_AT) instanceof Date passed
                ? passed
                : Date.from(windows.remindAt(windowId(execution)));
    }

    /** When the window ends, exclusive. */
    public Date endOf(long windowId) {
        return Date.from(windows.terms(windowId).endsAt());
    }

    /** Timers of a million windows strike at one midnight: after all other work, those of the highest tier first. */
    public int jobPriority(long windowId) {
        return BURST - windows.terms(windowId).tier().rank();
    }

    /** When a step is due that is counted from the window's end, by the tier that it was owed for. */
    public Date dueAfterEnd(String step, String orgCode, long windowId) {
        return deadlines.dueAfter(step, orgCode, windows.terms(windowId).tier().name(), endOf(windowId));
    }

    /** Nobody goes for this window any more. */
    public void close(long windowId) {
        inHand.run(windowId, () -> windows.giveUp(windowId));
    }

    private boolean isUnexplained(long windowId) {
        return windows.isMissed(windowId) && !missed.isExplained(windowId);
    }

    private static boolean isAsked(DelegateExecution execution) {
        return execution
                        .getProcessEngineServices()
                        .getTaskService()
                        .createTaskQuery()
                        .processInstanceId(execution.getProcessInstanceId())
                        .taskDefinitionKey(EXPLAIN)
                        .count()
                > 0;
    }

    private static long windowId(DelegateExecution execution) {
        return ((Number) execution.getVariable(WINDOW_ID)).longValue();
    }
}
