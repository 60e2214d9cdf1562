package org.jiuzhu.worklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonCard;
import org.jiuzhu.lead.Lead;
import org.jiuzhu.lead.LeadDesk;
import org.jiuzhu.referral.Referral;
import org.jiuzhu.referral.Referrals;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom the rows of one page are about: one question for each kind of subject, however many rows there are. */
@Component
public class RowSubjects {

    private final People people;
    private final LeadDesk leads;
    private final Referrals referrals;
    private final DataScopes scopes;
    private final Words words;

    RowSubjects(People people, LeadDesk leads, Referrals referrals, DataScopes scopes, Words words) {
        this.people = people;
        this.leads = leads;
        this.referrals = referrals;
        this.scopes = scopes;
        this.words = words;
    }

    /** @param meta short facts for the second line: age, committee, source */
    public record RowSubject(@Nullable String name, List<String> meta) {

        public static final RowSubject UNKNOWN = new RowSubject(null, List.of());
    }

    /** By task id; items whose subject the actor may not see are left out. */
    public Map<String, RowSubject> of(List<WorkItem> items, Actor actor) {
        if (actor.has("ngoWorker")) {
            Map<String, RowSubject> subjects = new HashMap<>(ofReferrals(items));
            List<WorkItem> visits =
                    items.stream().filter(item -> item.ngoCode() == null).toList();
            subjects.putAll(scopes.asSystem("visits to make", () -> ofPeopleAndLeads(visits)));
            return subjects;
        }
        return TaskSubjects.seesVisitsOnly(actor)
                ? scopes.asSystem("visits to make", () -> ofPeopleAndLeads(items))
                : ofPeopleAndLeads(items);
    }

    private Map<String, RowSubject> ofReferrals(List<WorkItem> items) {
        Map<String, Referral> byNumber = referrals
                .byNumbers(items.stream().map(WorkItem::number).toList())
                .stream()
                .collect(Collectors.toMap(Referral::number, r -> r));
        Map<String, RowSubject> subjects = new HashMap<>();
        for (WorkItem item : items) {
            Referral referral = byNumber.get(item.number());
            if (referral != null) {
                subjects.put(
                        item.taskId(),
                        new RowSubject(referral.brief().name(), List.of(words.say("need." + referral.needCode()))));
            }
        }
        return subjects;
    }

    private Map<String, RowSubject> ofPeopleAndLeads(List<WorkItem> items) {
        Map<Long, PersonCard> cards =
                people
                        .cards(items.stream()
                                .map(WorkItem::personId)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(PersonCard::id, c -> c));
        Map<Long, Lead> said = leads
                .byIds(items.stream()
                        .filter(item -> item.personId() == null)
                        .map(WorkItem::leadId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Lead::id, l -> l));
        Map<String, RowSubject> subjects = new HashMap<>();
        for (WorkItem item : items) {
            PersonCard card = item.personId() == null ? null : cards.get(item.personId());
            Lead lead = item.leadId() == null ? null : said.get(item.leadId());
            if (card != null) {
                subjects.put(item.taskId(), ofPerson(card));
            } else if (lead != null) {
                subjects.put(item.taskId(), ofLead(lead));
            }
        }
        return subjects;
    }

    private RowSubject ofLead(Lead lead) {
        String name = lead.said().name();
        return new RowSubject(
                name == null ? words.say("worklist.nameUnknown") : name,
                List.of(words.say("lead.source." + lead.source())));
    }

    private RowSubject ofPerson(PersonCard card) {
        List<String> meta = new ArrayList<>();
        if (card.age() != null) {
            meta.add(words.say("worklist.age", card.age()));
        }
        meta.add(card.pointName());
        return new RowSubject(card.name(), meta);
    }
}
