package org.jiuzhu.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jiuzhu.application.Application.Eligibility;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.NeedStatus;
import org.jiuzhu.household.Needs;
import org.jiuzhu.lifecycle.CaseClosed;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of an application; those without an actor are called by the model. */
@Component("applications")
@ForModels
@Transactional
public class Applications {

    private final ApplicationStore store;
    private final Needs needs;
    private final Households households;
    private final CaseRules caseRules;
    private final Timeline timeline;
    private final Numbers numbers;
    private final Clock clock;

    Applications(
            ApplicationStore store,
            Needs needs,
            Households households,
            CaseRules caseRules,
            Timeline timeline,
            Numbers numbers,
            Clock clock) {
        this.store = store;
        this.needs = needs;
        this.households = households;
        this.caseRules = caseRules;
        this.timeline = timeline;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * The applications that the plan asks for, one for each need, opened where they are missing; asked again, as the
     * engine does for a multi-instance, it opens nothing twice and answers the same.
     */
    public List<Long> open(long caseId, long householdId, String urgency) {
        long applicant = households.get(householdId).headPersonId();
        for (Need need : needs.ofCase(caseId)) {
            if (need.intervention() == Intervention.APPLY && need.status() == NeedStatus.PLANNED) {
                needs.settle(need.id(), NeedStatus.APPLYING);
                store.save(new Application(
                        numbers.next(Numbers.Kind.SQ), need, applicant, Urgency.valueOf(urgency), clock.instant()));
            }
        }
        return ofCase(caseId).stream()
                .filter(application -> !application.status().isSettled())
                .map(Application::id)
                .toList();
    }

    @Transactional(readOnly = true)
    public String number(long applicationId) {
        return get(applicationId).number();
    }

    /** Whether the applicant has to sign a credit commitment first (case rule, PT(一)). */
    @Transactional(readOnly = true)
    public boolean commitmentRequired(long applicationId) {
        return commitmentRequired(get(applicationId));
    }

    @Transactional(readOnly = true)
    public boolean isDecided(long applicationId) {
        return get(applicationId).result() != null;
    }

    public void explain(long applicationId, String policyCode, Eligibility looksLike, LocalDate on) {
        get(applicationId).explain(policyCode, looksLike, on);
    }

    /** The household has heard what there is and does not want to apply. */
    public void declineToApply(long applicationId, @Nullable String why, Actor by) {
        Application application = get(applicationId);
        application.declineToApply(why, clock.instant());
        settle(application, "application.notWanted", by, why);
    }

    public void commit(long applicationId, Commitment given, Actor by) {
        Application application = get(applicationId);
        application.commit(given, clock.instant());
        if (given.stands()) {
            note("application.commitment" + given.kind(), application, by, words(given.reason()));
        } else {
            settle(application, "application.commitmentREFUSED", by, given.reason());
        }
    }

    public void prepare(long applicationId, List<String> materials, List<String> shared) {
        get(applicationId).prepare(materials, shared);
    }

    public void giveUp(long applicationId, String why, Actor by) {
        Application application = get(applicationId);
        application.giveUp(why, clock.instant());
        settle(application, "application.givenUp", by, why);
    }

    /** @throws Refusal UNPROCESSABLE where the place's rule wants a commitment and there is none */
    public void submit(long applicationId, Submission handedIn, Actor by) {
        Application application = get(applicationId);
        application.submit(handedIn, commitmentRequired(application));
        note(
                "application.submitted",
                application,
                by,
                Map.of("window", handedIn.window(), "receipt", handedIn.receiptNumber()));
    }

    public void accept(long applicationId, LocalDate on, Actor by) {
        Application application = get(applicationId);
        application.accept(on);
        note("application.accepted", application, by, Map.of());
    }

    public void returnForMaterials(long applicationId, String missing, Actor by) {
        Application application = get(applicationId);
        application.returnForMaterials(missing);
        note("application.materialsMissing", application, by, words(missing));
    }

    /** Somebody asked, and there is no result yet. */
    public void stillPending(long applicationId, String said, Actor by) {
        note("application.stillPending", get(applicationId), by, words(said));
    }

    /**
     * The household knows the result; its need is met, dropped, or goes back to the plan.
     *
     * @param planAgain why the need is planned again; null where the household leaves it at that
     */
    public void explainResult(
            long applicationId, LocalDate on, boolean toldHowToAppeal, @Nullable String planAgain, Actor by) {
        Application application = get(applicationId);
        application.explainResult(on, toldHowToAppeal, clock.instant());
        Result result = application.result();
        if (result != null && result.kind() == Result.Kind.GRANTED) {
            needs.settle(application.needId(), NeedStatus.MET);
        } else if (planAgain != null) {
            needs.setBack(application.needId(), planAgain);
        } else {
            needs.settle(application.needId(), NeedStatus.DROPPED);
        }
        note("application.explained", application, by, words(planAgain));
    }

    /** Whatever still ran has ended with its case. */
    @EventListener
    void on(CaseClosed closed) {
        ofCase(closed.caseId()).forEach(application -> application.caseEnded(clock.instant()));
    }

    /** @throws Refusal NOT_FOUND if there is none in the reader's scope */
    @Transactional(readOnly = true)
    public Application get(long applicationId) {
        return store.findById(applicationId)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "application.notForYou"));
    }

    /** @throws Refusal NOT_FOUND if there is none in the reader's scope */
    @Transactional(readOnly = true)
    public Application byNumber(String number) {
        return store.findByNumber(number)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "application.notForYou"));
    }

    @Transactional(readOnly = true)
    public List<Application> ofCase(long caseId) {
        return store.findByCaseIdOrderById(caseId);
    }

    public TaskSubject subject(Application application) {
        return new TaskSubject(
                application.number(),
                application.householdId(),
                application.personId(),
                application.caseId(),
                null,
                application.place().districtCode(),
                application.place().streetCode(),
                application.place().pointCode(),
                null,
                application.urgency());
    }

    private boolean commitmentRequired(Application application) {
        return caseRules.of(application.place().orgCode()).creditCommitmentRequired();
    }

    private void settle(Application application, String kind, Actor by, @Nullable String why) {
        needs.settle(application.needId(), NeedStatus.DROPPED);
        note(kind, application, by, words(why));
    }

    private void note(String kind, Application about, Actor by, Map<String, String> detail) {
        timeline.add(kind, subject(about), null, by, detail);
    }

    private static Map<String, String> words(@Nullable String note) {
        return note == null ? Map.of() : Map.of("note", note);
    }
}
