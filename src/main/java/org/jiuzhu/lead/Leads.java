package org.jiuzhu.lead;

import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lifecycle.LeadAccepted;
import org.jiuzhu.lifecycle.LeadJoined;
import org.jiuzhu.rules.LeadDecisions.Priority;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.ForModels;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What lead-intake's automatic steps do. */
@Component("leads")
@ForModels
@Transactional
public class Leads {

    private final LeadRepository leads;
    private final Matching matching;
    private final LeadRulings rulings;
    private final LeadReplies replies;
    private final People people;
    private final Households households;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    Leads(
            LeadRepository leads,
            Matching matching,
            LeadRulings rulings,
            LeadReplies replies,
            People people,
            Households households,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.leads = leads;
        this.matching = matching;
        this.rulings = rulings;
        this.replies = replies;
        this.people = people;
        this.households = households;
        this.timeline = timeline;
        this.events = events;
    }

    /** CERTAIN by the identity number alone; POSSIBLE has to be looked at by somebody. */
    public String match(long leadId) {
        Lead lead = get(leadId);
        Optional<Person> certain = matching.certain(lead);
        if (certain.isPresent()) {
            Person person = certain.get();
            lead.matched(Match.CERTAIN, person.id(), matching.homeOf(person).orElse(null));
            warn(lead, person.id());
        } else {
            boolean possible =
                    !matching.possible(lead).isEmpty() || !matching.alike(lead).isEmpty();
            lead.matched(possible ? Match.POSSIBLE : Match.NONE, null, null);
        }
        return lead.match().name();
    }

    /** Who is known for certain is helped where she lives, whoever was told of it: the unit that goes on with it. */
    public String place(long leadId) {
        Lead lead = get(leadId);
        Long home = lead.householdId();
        Long person = lead.personId();
        if (home != null) {
            lead.movedTo(households.get(home).place());
        } else if (person != null) {
            lead.movedTo(people.get(person).place());
        }
        return lead.place().orgCode();
    }

    public String prioritise(long leadId) {
        Lead lead = get(leadId);
        Priority priority = rulings.priority(lead);
        lead.prioritised(priority.urgency(), priority.askSafety());
        return lead.urgency().name();
    }

    public String route(long leadId) {
        Lead lead = get(leadId);
        String route = rulings.route(lead);
        lead.routed(route);
        return route;
    }

    public @Nullable Date setReplyDeadline(long leadId) {
        Lead lead = get(leadId);
        lead.replyBy(rulings.replyDue(lead));
        return lead.replyDueAt() == null ? null : Date.from(lead.replyDueAt());
    }

    /** Puts the person on the register if triage found nobody there, and asks for a case. */
    public void openCase(long leadId) {
        Lead lead = get(leadId);
        long household = home(lead);
        lead.became(LeadState.CASE_OPENED);
        leads.flush();
        long person = person(lead, household);
        warn(lead, person);
        events.publishEvent(new LeadAccepted(
                leadId,
                household,
                person,
                households.get(household).place().orgCode(),
                lead.urgency(),
                lead.receivedAt()));
    }

    public void linkToCase(long leadId) {
        Lead lead = get(leadId);
        Long household = lead.householdId();
        if (household == null) {
            throw new IllegalStateException(lead.number() + " is to be linked to a case of nobody");
        }
        lead.became(LeadState.LINKED);
        leads.flush();
        warn(lead, person(lead, household));
        events.publishEvent(new LeadJoined(leadId, household, lead.urgency(), lead.receivedAt()));
    }

    /** @param kind a {@link ReplyKind} */
    public void reply(long leadId, String kind) {
        Lead lead = get(leadId);
        ReplyKind reply = ReplyKind.valueOf(kind);
        if (lead.state().isInHand()) {
            lead.became(reply.state());
        }
        replies.owe(lead, reply, lead.department() == null ? null : "lead.department." + lead.department());
    }

    private long home(Lead lead) {
        Long known = lead.householdId();
        if (known != null) {
            return known;
        }
        Optional<Lead> same = matching.sameAs(lead).stream()
                .filter(other -> other.householdId() != null)
                .findFirst();
        if (same.isPresent()) {
            long shared = Objects.requireNonNull(same.get().householdId());
            lead.belongsTo(shared, same.get().personId());
            return shared;
        }
        String idNumber = idNumber(lead);
        if (idNumber != null) {
            people.oneAtATime(idNumber);
        }
        Person person =
                Optional.ofNullable(idNumber).flatMap(people::byIdNumber).orElseGet(() -> register(lead, idNumber));
        long home = households.findHouseholdOf(person.id()).orElseGet(() -> house(lead, person));
        lead.belongsTo(home, person.id());
        return home;
    }

    /** Its own, or that of a lead about the same person. */
    private @Nullable String idNumber(Lead lead) {
        return Stream.concat(Stream.of(lead), matching.sameAs(lead).stream())
                .flatMap(each -> matching.idNumber(each).stream())
                .findFirst()
                .orElse(null);
    }

    private Person register(Lead lead, @Nullable String idNumber) {
        Said said = lead.said();
        if (said.name() == null) {
            throw new Refusal(Refusal.Kind.UNPROCESSABLE, "lead.nameNeeded");
        }
        return people.register(new NewPerson(lead.place().orgCode(), said.name(), idNumber, said.phone()));
    }

    private long house(Lead lead, Person person) {
        Said said = lead.said();
        long home = households
                .register(new NewHousehold(lead.place().orgCode(), said.road(), said.room(), person.id()))
                .id();
        lead.belongsTo(home, person.id());
        timeline.add("lead.householdRegistered", lead.subject(), null, Actor.machine(Actor.SYSTEM), Map.of());
        return home;
    }

    /** The platform's warning is about whoever the lead turns out to speak of, from the day of its push. */
    private void warn(Lead lead, long personId) {
        if (lead.isIllnessAlert()) {
            people.illnessAlert(
                    personId,
                    LocalDate.ofInstant(lead.receivedAt(), ProductClock.ZONE),
                    Actor.machine(lead.reportedBy()));
        }
    }

    private long person(Lead lead, long household) {
        Long known = lead.personId();
        return known != null ? known : households.get(household).headPersonId();
    }

    private Lead get(long leadId) {
        return leads.findById(leadId).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "lead.notFound"));
    }
}
