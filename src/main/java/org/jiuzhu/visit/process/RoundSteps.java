package org.jiuzhu.visit.process;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jiuzhu.visit.OwedVisits;
import org.jiuzhu.visit.OwedVisits.Owed;
import org.jiuzhu.visit.Round;
import org.jiuzhu.visit.RoundWork;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.Messages;
import org.jiuzhu.workflow.Messages.Start;
import org.springframework.stereotype.Component;

/** What visit-round calls. */
@Component("roundSteps")
@ForModels
public class RoundSteps {

    private final RoundWork work;
    private final OwedVisits owed;
    private final Messages messages;

    RoundSteps(RoundWork work, OwedVisits owed, Messages messages) {
        this.work = work;
        this.owed = owed;
        this.messages = messages;
    }

    public long daily(DelegateExecution execution) {
        Round round = work.daily();
        execution.setProcessBusinessKey(round.number());
        return round.id();
    }

    public void begin(long roundId) {
        work.begin(roundId);
    }

    public int lanes(long roundId) {
        return work.lanes(roundId);
    }

    public boolean reviewTiers(long roundId) {
        return work.reviewTiers(roundId);
    }

    public boolean openWindows(long roundId) {
        return work.openWindows(roundId);
    }

    public boolean startVisits(long roundId) {
        return work.startVisits(roundId, most -> owed.startNext(roundId, most, this::start));
    }

    public boolean wantsDigests(long roundId) {
        return work.wantsDigests(roundId);
    }

    public boolean sendDigests(long roundId) {
        return work.sendDigests(roundId);
    }

    public void finish(long roundId) {
        work.finish(roundId);
    }

    private void start(List<Owed> visits) {
        messages.startMany("VisitOwed", visits.stream().map(RoundSteps::start).toList());
    }

    private static Start start(Owed visit) {
        return new Start(
                visit.number(),
                Map.of("windowId", visit.windowId(), "orgCode", visit.orgCode()),
                Map.of(VisitProcess.REMIND_AT, Date.from(visit.remindAt())));
    }
}
