package org.jiuzhu.referral;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Intervention;
import org.jiuzhu.household.Need;
import org.jiuzhu.household.NeedStatus;
import org.jiuzhu.household.Needs;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lifecycle.ReferralSettled;
import org.jiuzhu.referral.Offers.Answer;
import org.jiuzhu.referral.Referral.Brief;
import org.jiuzhu.resource.Libraries;
import org.jiuzhu.resource.Provider;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.rules.ReferralRouting;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of referral; those without an actor are called by the model. */
@Component("referrals")
@ForModels
@Transactional
public class Referrals {

    private static final Actor PROCESS = Actor.machine(Actor.SYSTEM);

    private final ReferralStore store;
    private final Offers offers;
    private final Needs needs;
    private final RuledNeeds ruled;
    private final People people;
    private final Households households;
    private final Libraries libraries;
    private final ReferralRouting routing;
    private final CaseRules caseRules;
    private final Timeline timeline;
    private final Numbers numbers;
    private final ApplicationEventPublisher events;
    private final DataScopes scopes;
    private final Clock clock;

    Referrals(
            ReferralStore store,
            Offers offers,
            Needs needs,
            RuledNeeds ruled,
            People people,
            Households households,
            Libraries libraries,
            ReferralRouting routing,
            CaseRules caseRules,
            Timeline timeline,
            Numbers numbers,
            ApplicationEventPublisher events,
            DataScopes scopes,
            Clock clock) {
        this.store = store;
        this.offers = offers;
        this.needs = needs;
        this.ruled = ruled;
        this.people = people;
        this.households = households;
        this.libraries = libraries;
        this.routing = routing;
        this.caseRules = caseRules;
        this.timeline = timeline;
        this.numbers = numbers;
        this.events = events;
        this.scopes = scopes;
        this.clock = clock;
    }

    /**
     * The referrals that the plan asks for, one for each need, opened where they are missing; asked again, as the engine
     * does for a multi-instance, it opens nothing twice and answers the same.
     */
    public List<Long> open(long caseId, long householdId, String urgency) {
        Household household = households.get(householdId);
        Person person = people.get(household.headPersonId());
        for (Need need : needs.ofCase(caseId)) {
            if (need.intervention() == Intervention.REFERRAL && need.status() == NeedStatus.PLANNED) {
                needs.settle(need.id(), NeedStatus.REFERRED);
                store.save(new Referral(
                        numbers.next(Numbers.Kind.ZJ),
                        caseId,
                        householdId,
                        person.id(),
                        need.id(),
                        need.category(),
                        Urgency.valueOf(urgency),
                        new Brief(person.name(), person.phone(), need.planExcerpt()),
                        household.place(),
                        clock.instant()));
            }
        }
        return ofCase(caseId).stream()
                .filter(referral -> !referral.status().isSettled())
                .map(Referral::id)
                .toList();
    }

    @Transactional(readOnly = true)
    public String number(long referralId) {
        return get(referralId).number();
    }

    /** Whether any professional point can be asked now (referral-routing). */
    @Transactional(readOnly = true)
    public boolean rankProviders(long referralId) {
        return !ranked(get(referralId)).isEmpty();
    }

    @Transactional(readOnly = true)
    public boolean isConsentGiven(long referralId) {
        return get(referralId).isConsentGiven();
    }

    /** Offers to the best point that may be asked; the model routes the task to the code it returns. */
    public String offer(long referralId) {
        Referral referral = get(referralId);
        Provider best = ranked(referral).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(Refusal.Kind.UNPROCESSABLE, "referral.nobodyLeft", referral.number()));
        referral.offerTo(best.ngoCode());
        offers.made(referralId, best.ngoCode(), clock.instant());
        timeline.add(
                "referral.offered",
                subject(referral, best.ngoCode()),
                referralId,
                PROCESS,
                Map.of("provider", best.name()));
        return best.ngoCode();
    }

    /** No answer by the deadline counts as a decline (domain rule, [A]). */
    public void recordSilence(long referralId) {
        withdraw(get(referralId), Answer.SILENT, null, null, PROCESS);
    }

    @Transactional(readOnly = true)
    public boolean mayOfferAgain(long referralId) {
        Referral referral = get(referralId);
        return referral.offers() < caseRules.of(orgCode(referral)).referralOffers();
    }

    @Transactional(readOnly = true)
    public String conferenceReason(long referralId) {
        return mayOfferAgain(referralId) ? "NO_PROVIDER" : "REFERRAL_DECLINED";
    }

    /** What a conference decided about the need: served directly, by a resource, or unplaced with its reason. */
    public void applyConference(long referralId, long conferenceId, String conferenceDecision) {
        Referral referral = get(referralId);
        boolean placed = !"UNPLACED".equals(conferenceDecision);
        referral.decideByConference(conferenceId, placed, clock.instant());
        timeline.add(
                "referral.conferenceDecided",
                subject(referral, null),
                referralId,
                PROCESS,
                Map.of("decision", conferenceDecision));
        if (placed) {
            ruled.plan(referral.needId(), conferenceId, conferenceDecision);
        }
        settle(referral, placed ? NeedStatus.PLANNED : NeedStatus.UNPLACED);
    }

    /** @throws org.jiuzhu.shared.Refusal CONFLICT if the referral has moved on */
    public void consent(long referralId, LocalDate on, String by, List<String> ngoCodes, String excerpt) {
        get(referralId).consent(on, by, ngoCodes, excerpt);
    }

    public void refuseConsent(long referralId, LocalDate on, String by, @Nullable String reason) {
        Referral referral = get(referralId);
        referral.refuseConsent(on, by, reason, clock.instant());
        settle(referral, NeedStatus.DROPPED);
    }

    public void accept(long referralId, String worker, LocalDate firstService, @Nullable String message, Actor by) {
        Referral referral = get(referralId);
        referral.accept(worker, firstService);
        offers.answered(referralId, provider(referral), Answer.ACCEPTED, null, message, clock.instant());
        timeline.add("referral.accepted", subject(referral, provider(referral)), referralId, by, Map.of());
    }

    public void decline(long referralId, String reason, @Nullable String message, Actor by) {
        withdraw(get(referralId), Answer.DECLINED, reason, message, by);
    }

    public void submit(
            long referralId,
            Referral.Outcome outcome,
            String note,
            int sessions,
            LocalDate ended,
            @Nullable String further) {
        get(referralId).submit(outcome, note, sessions, ended, further);
    }

    public void returnOutcome(long referralId, String missing) {
        get(referralId).returnOutcome(missing);
    }

    public void confirm(long referralId, @Nullable String satisfaction) {
        Referral referral = get(referralId);
        referral.confirm(satisfaction, clock.instant());
        settle(referral, referral.outcome() == Referral.Outcome.NOT_ACHIEVED ? NeedStatus.OPEN : NeedStatus.MET);
    }

    /** @throws org.jiuzhu.shared.Refusal NOT_FOUND if there is none in the reader's scope */
    @Transactional(readOnly = true)
    public Referral get(long referralId) {
        return store.findById(referralId).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "referral.notForYou"));
    }

    @Transactional(readOnly = true)
    public List<Referral> ofCase(long caseId) {
        return store.findByCaseIdOrderById(caseId);
    }

    @Transactional(readOnly = true)
    public List<Referral> byNumbers(Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : store.findByNumberIn(numbers);
    }

    /** Whom the household may consent to: those that may be asked now, and after them those that have no place now. */
    @Transactional(readOnly = true)
    public List<Provider> candidates(Referral referral) {
        List<Provider> free = ranked(referral);
        Stream<Provider> full = libraries.providers().stream()
                .filter(p -> p.serves(referral.needCode())
                        && p.covers(referral.place().streetCode())
                        && !free.contains(p));
        return Stream.concat(free.stream(), full).toList();
    }

    /** Those that may be asked, best first: same street, then fewest open referrals, then name. */
    private List<Provider> ranked(Referral referral) {
        Set<String> declined = offers.declinedBy(referral.id());
        Map<String, Integer> open = scopes.asSystem("provider load", offers::openPerProvider);
        String street = referral.place().streetCode();
        Map<String, Provider> providers =
                libraries.providers().stream().collect(java.util.stream.Collectors.toMap(Provider::ngoCode, p -> p));
        List<ReferralRouting.Provider> facts = providers.values().stream()
                .map(p -> new ReferralRouting.Provider(
                        p.ngoCode(),
                        p.name(),
                        p.serves(referral.needCode()),
                        p.covers(street),
                        open.getOrDefault(p.ngoCode(), 0) < p.capacity(),
                        declined.contains(p.ngoCode()),
                        referral.consentCovers(p.ngoCode()),
                        p.homeStreet().equals(street),
                        open.getOrDefault(p.ngoCode(), 0)))
                .toList();
        return routing.rank(orgCode(referral), facts).stream()
                .map(ranked -> providers.get(ranked.code()))
                .toList();
    }

    /**
     * @param ngoCode the point at which the task stands; null for a station's task, which no point sees
     */
    @Transactional(readOnly = true)
    public TaskSubject subject(Referral referral, @Nullable String ngoCode) {
        return new TaskSubject(
                referral.number(),
                referral.householdId(),
                referral.personId(),
                referral.caseId(),
                null,
                referral.place().districtCode(),
                referral.place().streetCode(),
                referral.place().pointCode(),
                ngoCode,
                referral.urgency());
    }

    private void withdraw(
            Referral referral, Answer answer, @Nullable String reason, @Nullable String message, Actor by) {
        String asked = provider(referral);
        referral.withdrawOffer();
        offers.answered(referral.id(), asked, answer, reason, message, clock.instant());
        timeline.add(
                answer == Answer.SILENT ? "referral.silent" : "referral.declined",
                subject(referral, null),
                referral.id(),
                by,
                reason == null ? Map.of() : Map.of("reason", reason));
    }

    private void settle(Referral referral, NeedStatus need) {
        needs.settle(referral.needId(), need);
        events.publishEvent(new ReferralSettled(
                referral.caseId(), referral.needId(), referral.status().name()));
    }

    private static String provider(Referral referral) {
        String ngo = referral.ngoCode();
        if (ngo == null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "referral.movedOn", referral.number());
        }
        return ngo;
    }

    private static String orgCode(Referral referral) {
        String point = referral.place().pointCode();
        return point == null ? referral.place().streetCode() : point;
    }
}
