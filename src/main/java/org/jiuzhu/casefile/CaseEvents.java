package org.jiuzhu.casefile;

import java.util.Map;
import org.jiuzhu.household.Households;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.Holds;
import org.jiuzhu.workflow.Rerouting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the event subprocesses of a case do to the work that is open in it. */
@Component("caseEvents")
@ForModels
@Transactional
public class CaseEvents {

    private static final String DEATH = "DEATH";
    private static final String REFUSAL = "REFUSAL";
    private static final Actor PROCESS = Actor.machine(Actor.SYSTEM);

    private final CaseDesk cases;
    private final Withdrawals withdrawals;
    private final Households households;
    private final Holds holds;
    private final Rerouting rerouting;
    private final Timeline timeline;

    CaseEvents(
            CaseDesk cases,
            Withdrawals withdrawals,
            Households households,
            Holds holds,
            Rerouting rerouting,
            Timeline timeline) {
        this.cases = cases;
        this.withdrawals = withdrawals;
        this.households = households;
        this.holds = holds;
        this.rerouting = rerouting;
        this.timeline = timeline;
    }

    /** Every open task, those of called processes included, goes to the people of the household's new place. */
    public void handOver(long caseId) {
        AssistanceCase about = cases.get(caseId);
        rerouting.ofProcess(about.number(), about.place().orgCode());
        note("case.handedOver", about);
    }

    /** A death was reported: nobody works on this person's matters until it is known whether it is true. */
    public void suspendFor(long caseId, long personId) {
        holds.holdPerson(DEATH, personId, caseId);
        note("case.suspended", cases.get(caseId));
    }

    /** A false report. */
    public void resumeFor(long caseId, long personId) {
        holds.liftPerson(DEATH, personId, caseId);
        note("case.resumed", cases.get(caseId));
    }

    /** The case goes on for those who survive; the head of the household is the one concerned if the dead was. */
    public void carryOn(long caseId, long personId) {
        AssistanceCase about = cases.get(caseId);
        if (about.personId() == personId) {
            about.concerns(households.get(about.householdId()).headPersonId());
        }
        holds.liftPerson(DEATH, personId, caseId);
        note("case.carriesOn", about);
    }

    /** Tasks at the household wait while the station asks once more; those at a professional point have their own. */
    public void pauseVisits(long caseId) {
        holds.holdCase(REFUSAL, caseId);
    }

    public void goOn(long caseId) {
        holds.liftCase(REFUSAL, caseId);
    }

    public void stopWhatRestedOn(long withdrawalId) {
        withdrawals.stopWhatRestedOnIt(withdrawalId);
    }

    /** An alert: what is open is due sooner. */
    public void raiseUrgency(long caseId) {
        AssistanceCase about = cases.get(caseId);
        about.pressing();
        rerouting.press(about.number(), about.urgency());
        note("case.pressing", about);
    }

    private void note(String kind, AssistanceCase about) {
        timeline.add(kind, about.subject(), null, PROCESS, Map.of());
    }
}
