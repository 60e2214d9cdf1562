package org.jiuzhu.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonCard;
import org.jiuzhu.lifecycle.ActiveCases.ActiveCase;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people do with a lead: one verb per user task of lead-intake. */
@Component
@Transactional
public class LeadDesk {

    private final LeadRepository leads;
    private final LeadChecks checks;
    private final LeadRulings rulings;
    private final Matching matching;
    private final People people;
    private final Households households;
    private final Network network;
    private final Timeline timeline;
    private final DataScopes scopes;

    LeadDesk(
            LeadRepository leads,
            LeadChecks checks,
            LeadRulings rulings,
            Matching matching,
            People people,
            Households households,
            Network network,
            Timeline timeline,
            DataScopes scopes) {
        this.leads = leads;
        this.checks = checks;
        this.rulings = rulings;
        this.matching = matching;
        this.people = people;
        this.households = households;
        this.network = network;
        this.timeline = timeline;
        this.scopes = scopes;
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public Lead get(long id) {
        return leads.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "lead.notFound"));
    }

    /** @throws Refusal NOT_FOUND if it is not there or not visible */
    @Transactional(readOnly = true)
    public Lead byNumber(String number) {
        return leads.findByNumber(number).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "lead.notFound"));
    }

    /** Those of them that the reader may see. */
    @Transactional(readOnly = true)
    public List<Lead> byIds(List<Long> ids) {
        return ids.isEmpty() ? List.of() : leads.findByIdIn(ids);
    }

    /** Whom the lead may speak of: those the reader may see, where the others are registered, and other leads in hand. */
    @Transactional(readOnly = true)
    public Candidates candidates(long leadId) {
        Lead lead = get(leadId);
        List<Person> all = scopes.asSystem("possible duplicates", () -> matching.candidates(lead));
        List<PersonCard> visible = people.cards(all.stream().map(Person::id).toList());
        Set<Long> seen = visible.stream().map(PersonCard::id).collect(Collectors.toSet());
        Map<Long, String> elsewhere = new LinkedHashMap<>();
        all.stream()
                .filter(person -> !seen.contains(person.id()))
                .forEach(person -> elsewhere.put(
                        person.id(), network.unit(person.place().streetCode()).name()));
        List<Lead> alike = scopes.asSystem("possible duplicates", () -> matching.alike(lead));
        return new Candidates(visible, elsewhere, alike);
    }

    /**
     * @param visible as cards
     * @param elsewhere people of other streets, with the street's name and nothing else
     * @param leads in hand, that may speak of the same person
     */
    public record Candidates(List<PersonCard> visible, Map<Long, String> elsewhere, List<Lead> leads) {}

    /** Households of the candidates, by id. */
    @Transactional(readOnly = true)
    public Map<Long, PersonCard> homes(long leadId) {
        Map<Long, PersonCard> homes = new LinkedHashMap<>();
        Lead lead = get(leadId);
        matching.homes(lead).forEach((person, home) -> homes.putIfAbsent(home, people.card(person.id())));
        Long chosen = lead.householdId();
        if (chosen != null && !homes.containsKey(chosen)) {
            households.find(chosen).ifPresent(home -> homes.put(chosen, people.card(home.headPersonId())));
        }
        return homes;
    }

    /** Cases in hand of those households: case with whose it is. */
    @Transactional(readOnly = true)
    public Map<ActiveCase, PersonCard> openCases(long leadId) {
        Map<Long, PersonCard> homes = homes(leadId);
        return matching.openCases(get(leadId)).entrySet().stream()
                .filter(open -> homes.containsKey(open.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, open -> homes.get(open.getValue()), (a, b) -> a, LinkedHashMap::new));
    }

    /** The committees of the lead's street. */
    @Transactional(readOnly = true)
    public List<OrgUnit> points(long leadId) {
        return network.pointsOf(get(leadId).place().streetCode());
    }

    /** @param personId whom it speaks of, wherever that is; null for nobody on the register */
    public Lead reviewDuplicate(long leadId, @Nullable Long personId, String reason, Actor by) {
        Lead lead = get(leadId);
        if (personId == null) {
            lead.isSomebodyNew();
        } else {
            Person person = people.get(personId);
            Long home = households.findHouseholdOf(personId).orElse(null);
            lead.matched(Match.CERTAIN, personId, home);
            lead.movedTo(home == null ? person.place() : households.get(home).place());
            lead.routed(rulings.route(lead));
        }
        note("lead.duplicateReviewed", lead, by, Map.of("note", reason));
        return lead;
    }

    /** It speaks of the same person as another lead: what becomes of one counts for both. */
    public Lead isSameAs(long leadId, long otherId, String reason, Actor by) {
        Lead lead = get(leadId);
        lead.isSameAs(get(otherId));
        note("lead.duplicateReviewed", lead, by, Map.of("note", reason));
        return lead;
    }

    /** A danger found at triage raises the urgency; a lower one never lowers what the source was promised. */
    public Lead triage(long leadId, TriageAnswer answer, Actor by) {
        Lead lead = get(leadId);
        lead.triaged(answer.decision(), answer.danger());
        lead.prioritised(rulings.priority(lead).urgency().strictest(lead.urgency()), false);
        switch (answer.decision()) {
            case OPEN_CASE -> chooseHome(lead, answer);
            case LINK_TO_CASE -> chooseCase(lead, answer);
            default -> {}
        }
        note("lead.triaged", lead, by, Map.of("triage", answer.decision().name(), "note", answer.reason()));
        return lead;
    }

    private void chooseHome(Lead lead, TriageAnswer answer) {
        Long home = answer.householdId();
        if (home != null) {
            settle(lead, households.get(home));
            return;
        }
        LeadChecks.Checked checked = checks.check(answer.newcomer(lead));
        List<FieldProblem> problems = new ArrayList<>(checked.problems());
        if (answer.said().name() == null) {
            problems.add(FieldProblem.of("personName", "lead.nameNeeded"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems.stream().map(LeadDesk::onForm).toList());
        }
        Said known = checked.lead().said();
        lead.corrected(known, checks.hashes(known), checked.place());
    }

    private void chooseCase(Lead lead, TriageAnswer answer) {
        Optional<Map.Entry<ActiveCase, Long>> chosen = matching.openCases(lead).entrySet().stream()
                .filter(open -> Long.valueOf(open.getKey().caseId()).equals(answer.caseId()))
                .findFirst();
        settle(
                lead,
                households.get(
                        chosen.orElseThrow(() -> new InvalidInput(FieldProblem.of("caseId", "lead.caseId.notOpen")))
                                .getValue()));
    }

    private void settle(Lead lead, Household home) {
        Long person = matching.homes(lead).entrySet().stream()
                .filter(entry -> entry.getValue() == home.id())
                .map(entry -> entry.getKey().id())
                .findFirst()
                .orElse(home.headPersonId());
        lead.belongsTo(home.id(), person);
        lead.movedTo(home.place());
    }

    public void respondToEmergency(long leadId, Map<String, String> situation, Actor by) {
        note("lead.emergencyAnswered", get(leadId), by, situation);
    }

    public void transfer(long leadId, String department, Map<String, String> words, Actor by) {
        Lead lead = get(leadId);
        lead.transferredTo(department);
        note("lead.transferred", lead, by, words);
    }

    public void answerEnquiry(long leadId, Map<String, String> words, Actor by) {
        note("lead.enquiryAnswered", get(leadId), by, words);
    }

    public void confirmUnfounded(long leadId, boolean unfounded, String reason, Actor by) {
        note(unfounded ? "lead.unfounded" : "lead.returned", get(leadId), by, Map.of("note", reason));
    }

    private void note(String kind, Lead lead, Actor by, Map<String, String> words) {
        timeline.add(kind, lead.subject(), null, by, words);
    }

    /** The triage form says pointCode and personName where a ticket says committeeCode and name. */
    static FieldProblem onForm(FieldProblem problem) {
        return problem.field().equals("committeeCode")
                ? new FieldProblem("pointCode", problem.messageKey(), problem.args())
                : problem;
    }

    /** Where the lead stands. */
    @Transactional(readOnly = true)
    public Place place(long leadId) {
        return get(leadId).place();
    }
}
