package org.jiuzhu.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jiuzhu.access.AccessScope;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.Subjects;
import org.jiuzhu.lead.Lead;
import org.jiuzhu.lead.LeadDesk;
import org.jiuzhu.network.Network;
import org.jiuzhu.referral.Referral;
import org.jiuzhu.referral.Referrals;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidValue;
import org.jiuzhu.shared.Phone;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.shared.view.Fact;
import org.jiuzhu.shared.view.Masked;
import org.jiuzhu.shared.view.Subject;
import org.jiuzhu.shared.view.SubjectMember;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whom one task is about, no more than the task needs. */
@Component
@Transactional(readOnly = true)
public class TaskSubjects {

    private final Subjects subjects;
    private final Households households;
    private final People people;
    private final LeadDesk leads;
    private final Referrals referrals;
    private final CaseDesk cases;
    private final Network network;
    private final TaskDesk desk;
    private final AuditLog audit;
    private final DataScopes scopes;
    private final Words words;

    TaskSubjects(
            Subjects subjects,
            Households households,
            People people,
            LeadDesk leads,
            Referrals referrals,
            CaseDesk cases,
            Network network,
            TaskDesk desk,
            AuditLog audit,
            DataScopes scopes,
            Words words) {
        this.subjects = subjects;
        this.households = households;
        this.people = people;
        this.leads = leads;
        this.referrals = referrals;
        this.cases = cases;
        this.network = network;
        this.desk = desk;
        this.audit = audit;
        this.scopes = scopes;
        this.words = words;
    }

    /**
     * @param numberHref the page of the case or lead
     * @param seenNote told to a professional point, which sees its part only
     */
    public record About(
            @Nullable String name,
            @Nullable String numberHref,
            @Nullable Subject panel,
            @Nullable String doorHint,
            @Nullable String seenNote) {}

    public About of(WorkItem item, Actor actor) {
        if (actor.has("ngoWorker") && item.ngoCode() != null) {
            return ofReferral(item);
        }
        if (seesVisitsOnly(actor)) {
            return scopes.asSystem("visit to make", () -> ofVisit(item, words.say("worklist.visitNote")));
        }
        if (item.householdId() != null) {
            Subject panel = subjects.besideHint(item.householdId(), item.personId());
            String href = href(item);
            return new About(
                    panel.members().get(0).name(),
                    href,
                    panel,
                    subjects.doorHint(households.get(item.householdId())),
                    null);
        }
        return item.leadId() != null || item.personId() == null ? ofLead(item) : ofVisit(item, null);
    }

    /** Grid workers, volunteers and professional points are told whom they visit, where and by which number, and nothing else. */
    static boolean seesVisitsOnly(Actor actor) {
        return AccessScope.of(actor).seesNoResidents();
    }

    /** Only the person, where and by which number; also of somebody who is in no household. */
    private About ofVisit(WorkItem item, @Nullable String seenNote) {
        Person visited = people.get(Objects.requireNonNull(item.personId()));
        List<Masked> contacts = visited.phone() == null
                ? List.of()
                : List.of(new Masked(
                        words.say("worklist.phone"),
                        String.valueOf(visited.maskedPhone()),
                        seenNote == null ? null : "/tasks/" + item.taskId() + "/reveal"));
        Household household = item.householdId() == null ? null : households.get(item.householdId());
        Subject panel = new Subject(
                false,
                seenNote == null ? "/people/" + visited.id() : null,
                List.of(new SubjectMember(visited.name(), "", null, null, null)),
                contacts,
                household == null ? List.of() : subjects.home(household));
        return new About(
                visited.name(), panel.href(), panel, household == null ? null : subjects.doorHint(household), seenNote);
    }

    private String href(WorkItem item) {
        if (item.number().startsWith("BH-")) {
            return "/changes/" + item.number();
        }
        if (item.caseId() != null) {
            return "/cases/" + cases.get(item.caseId()).number();
        }
        return item.leadId() != null ? "/leads/" + item.number() : "/households/" + item.householdId();
    }

    /** The leads that a case grew from; their time lines belong to it. */
    public List<Long> leadsOf(long caseId) {
        return cases.leadsOf(caseId);
    }

    /**
     * The number that a professional point or a volunteer may ring for a task that they hold or are offered; the read is
     * logged.
     *
     * @throws Refusal NOT_FOUND if there is none, or the task is not such a one
     */
    @Transactional
    public String revealPhone(WorkItem item, Actor actor) {
        if (seesVisitsOnly(actor) && item.ngoCode() == null) {
            return revealVisited(item, actor);
        }
        String phone = item.ngoCode() == null ? null : referral(item).brief().phone();
        if (phone == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "task.notForYou");
        }
        audit.record(AuditKind.SENSITIVE_READ, actor, "referral", item.number(), "PHONE");
        return phone;
    }

    private String revealVisited(WorkItem item, Actor actor) {
        String phone = scopes.<@Nullable String>asSystem(
                "visit to make",
                () -> people.get(Objects.requireNonNull(item.personId())).phone());
        if (phone == null) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "task.notForYou");
        }
        audit.record(AuditKind.SENSITIVE_READ, actor, "visit", item.number(), "PHONE");
        return phone;
    }

    private About ofReferral(WorkItem item) {
        Referral referral = referral(item);
        String phone = referral.brief().phone();
        List<Masked> contacts = phone == null
                ? List.of()
                : List.of(
                        new Masked(words.say("worklist.phone"), masked(phone), "/tasks/" + item.taskId() + "/reveal"));
        List<Fact> facts = List.of(
                new Fact(
                        words.say("worklist.street"),
                        network.unit(item.streetCode()).name()),
                new Fact(words.say("worklist.need"), words.say("need." + referral.needCode())),
                new Fact(
                        words.say("worklist.planExcerpt"),
                        Objects.requireNonNullElse(referral.brief().excerpt(), "")));
        Subject panel = new Subject(
                false,
                null,
                List.of(new SubjectMember(referral.brief().name(), "", null, null, null)),
                contacts,
                facts);
        return new About(referral.brief().name(), null, panel, null, words.say("worklist.seenNote"));
    }

    private Referral referral(WorkItem item) {
        return referrals.get(desk.context(item).longVar("referralId"));
    }

    private About ofLead(WorkItem item) {
        if (item.leadId() == null) {
            return new About(null, null, null, null, null);
        }
        Lead lead = leads.get(item.leadId());
        String name = lead.said().name() == null
                ? words.say("worklist.nameUnknown")
                : lead.said().name();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(words.say("lead.field.source"), words.say("lead.source." + lead.source())));
        if (lead.story() != null) {
            facts.add(new Fact(words.say("worklist.story"), lead.story()));
        }
        if (lead.said().phone() != null) {
            facts.add(new Fact(words.say("worklist.phone"), masked(lead.said().phone())));
        }
        return new About(
                name,
                "/leads/" + item.number(),
                new Subject(
                        false,
                        "/leads/" + item.number(),
                        List.of(new SubjectMember(name, "", null, null, null)),
                        List.of(),
                        facts),
                null,
                null);
    }

    /** A number that does not hold is shown by its ends only, too. */
    private static String masked(String phone) {
        try {
            return Phone.parse(phone).masked();
        } catch (InvalidValue questionable) {
            return phone.length() <= 4 ? "****" : phone.substring(0, 2) + "****" + phone.substring(phone.length() - 2);
        }
    }
}
