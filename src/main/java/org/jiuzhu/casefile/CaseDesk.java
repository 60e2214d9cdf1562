package org.jiuzhu.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.Needs;
import org.jiuzhu.household.SafetyFlag;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with a case: one verb per user task of assistance-case and service-plan. */
@Component
@Transactional
public class CaseDesk {

    private final CaseRepository cases;
    private final PlanRepository plans;
    private final CaseLeads leads;
    private final Households households;
    private final Needs needs;
    private final Timeline timeline;
    private final Clock clock;

    CaseDesk(
            CaseRepository cases,
            PlanRepository plans,
            CaseLeads leads,
            Households households,
            Needs needs,
            Timeline timeline,
            Clock clock) {
        this.cases = cases;
        this.plans = plans;
        this.leads = leads;
        this.households = households;
        this.needs = needs;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public AssistanceCase get(long id) {
        return cases.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "casefile.notFound"));
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public AssistanceCase byNumber(String number) {
        return cases.findByNumber(number).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "casefile.notFound"));
    }

    /** @throws Refusal CONFLICT if the case is closed */
    AssistanceCase open(long id) {
        AssistanceCase known = get(id);
        if (!known.isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "casefile.closedMeanwhile");
        }
        return known;
    }

    @Transactional(readOnly = true)
    public List<Long> leadsOf(long caseId) {
        return leads.of(caseId);
    }

    /** The latest wording first. */
    @Transactional(readOnly = true)
    public List<ServicePlan> plansOf(long caseId) {
        return plans.findByCaseIdOrderByRoundDescVersionDesc(caseId);
    }

    @Transactional(readOnly = true)
    public Optional<ServicePlan> latestPlan(long caseId) {
        return plans.findFirstByCaseIdOrderByRoundDescVersionDesc(caseId);
    }

    /** What a plan has to answer: the needs the household wants help with and that are not over. */
    @Transactional(readOnly = true)
    public List<Need> needsToPlan(long caseId) {
        return needs.ofCase(caseId).stream()
                .filter(need -> need.willing() && !need.isSettled())
                .toList();
    }

    /** What whoever goes there should know. */
    @Transactional(readOnly = true)
    public Set<SafetyFlag> atTheDoor(long caseId) {
        return households.get(get(caseId).householdId()).safetyFlags();
    }

    /** What was learnt at the door takes the place of what was known before. */
    public void flagDoor(long caseId, Set<SafetyFlag> flags) {
        households.flag(get(caseId).householdId(), flags);
    }

    public void verify(long caseId, boolean isTrue, String findings, Actor by) {
        AssistanceCase known = get(caseId);
        known.verified(isTrue, findings);
        note(isTrue ? "case.verified" : "case.notVerified", known, by, Map.of("note", findings));
    }

    /** @throws InvalidInput unless every need that is open has exactly one item */
    public ServicePlan draft(long caseId, String goal, List<PlanItem> items, @Nullable LocalDate reviewOn, Actor by) {
        AssistanceCase known = get(caseId);
        Set<Long> asked = needsToPlan(caseId).stream().map(Need::id).collect(Collectors.toSet());
        Set<Long> planned = items.stream().map(PlanItem::needId).collect(Collectors.toSet());
        if (!asked.equals(planned) || planned.size() != items.size()) {
            throw new InvalidInput(FieldProblem.of("items", "casefile.items.other"));
        }
        ServicePlan plan = plans.saveAndFlush(new ServicePlan(
                known, latestPlan(caseId).orElse(null), goal, items, reviewOn, by.username(), clock.instant()));
        note("case.planDrafted", known, by, Map.of("round", String.valueOf(plan.round())));
        return plan;
    }

    /** An agreed plan is what the needs wait for from now on. */
    public void answerPlan(
            long caseId, PlanState answer, String answeredBy, LocalDate on, @Nullable String words, Actor by) {
        ServicePlan plan = latestPlan(caseId)
                .orElseThrow(() -> new IllegalStateException("Case " + caseId + " has no plan to answer"));
        plan.answered(answer, answeredBy, on, words);
        if (answer == PlanState.AGREED) {
            plan.items()
                    .forEach(item -> needs.plan(
                            item.needId(), item.intervention(), item.goal(), item.excerpt(), item.resourceId()));
        }
        note("case.plan" + answer.name(), get(caseId), by, words == null ? Map.of() : Map.of("note", words));
    }

    public void conclude(long caseId, Outcome outcome, String summary, Actor by) {
        AssistanceCase known = get(caseId);
        known.concluded(outcome, summary);
        note("case.concluded", known, by, Map.of("outcome", outcome.name(), "note", summary));
    }

    public void sendBack(long caseId, String summary, Actor by) {
        note("case.sentBack", get(caseId), by, Map.of("note", summary));
    }

    /** @param decision REPLAN, URGENT or NOTHING */
    public void reassess(long caseId, String decision, String why, Actor by) {
        note("case.reassessed", get(caseId), by, Map.of("decision", decision, "note", why));
    }

    private void note(String kind, AssistanceCase about, Actor by, Map<String, String> words) {
        timeline.add(kind, about.subject(), null, by, words);
    }
}
