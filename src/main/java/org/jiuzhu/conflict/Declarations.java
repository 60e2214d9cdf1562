package org.jiuzhu.conflict;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.conflict.FilingTable.About;
import org.jiuzhu.conflict.FilingTable.Where;
import org.jiuzhu.conflict.RelativeFiling.Source;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.shared.IdNumbers;
import org.jiuzhu.shared.InvalidValue;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.SearchHash;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts relatives on file, and ends a filing; both hand on at once what is concerned. */
@Component
@Transactional
public class Declarations {

    static final int PAGE = 25;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 300;

    private final FilingTable filings;
    private final TaskResidents residents;
    private final OpenTasks tasks;
    private final Network network;
    private final TaskDesk desk;
    private final IdNumbers idNumbers;
    private final SearchHash hash;
    private final AuditLog audit;
    private final DataScopes scopes;
    private final Clock clock;

    Declarations(
            FilingTable filings,
            TaskResidents residents,
            OpenTasks tasks,
            Network network,
            TaskDesk desk,
            IdNumbers idNumbers,
            SearchHash hash,
            AuditLog audit,
            DataScopes scopes,
            Clock clock) {
        this.filings = filings;
        this.residents = residents;
        this.tasks = tasks;
        this.network = network;
        this.desk = desk;
        this.idNumbers = idNumbers;
        this.hash = hash;
        this.audit = audit;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** A consultant's own relatives: in force first. */
    @Transactional(readOnly = true)
    public List<RelativeFiling> of(Actor actor) {
        return scopes.asSystem("own relatives", () -> filings.of(actor.username()));
    }

    /**
     * @throws org.jiuzhu.shared.InvalidInput naming name, idNumber, relation or sinceOn
     */
    public void declare(NewFiling relative, Actor actor) {
        file(actor.username(), relative, Source.SELF, actor);
    }

    /**
     * A station lead declares for the people of the street, a supervisor for those of the district.
     *
     * @throws Refusal FORBIDDEN for anybody else's people, or in one's own matter
     */
    public void declareFor(String username, NewFiling relative, Actor actor) {
        Consultant somebody = network.consultant(username).orElseThrow(Supervision::refused);
        Supervision.check(actor, somebody.username(), somebody.orgCode(), streetOf(somebody.orgCode()));
        file(username, relative, Source.SUPERVISOR, actor);
    }

    private void file(String username, NewFiling given, Source source, Actor by) {
        LocalDate today = LocalDate.now(clock);
        LocalDate since = given.sinceOn() == null ? today : given.sinceOn();
        String name = given.name() == null ? "" : given.name().strip();
        var problems = new Problems();
        if (name.isEmpty()) {
            problems.add("name", "conflict.name.missing");
        } else if (name.length() > LONGEST_NAME) {
            problems.add("name", "conflict.tooLong", LONGEST_NAME);
        }
        IdNumber idNumber = parse(given.idNumber(), problems);
        if (given.relation() == null) {
            problems.add("relation", "conflict.relation.missing");
        }
        if (since.isAfter(today)) {
            problems.add("sinceOn", "conflict.date.future");
        }
        problems.check();
        String number = Objects.requireNonNull(idNumber).value();
        About about = new About(hash.of("id", number), null, null, name, number);
        add(username, Objects.requireNonNull(given.relation()), about, source, since, by, "idNumber");
    }

    private @Nullable IdNumber parse(@Nullable String typed, Problems problems) {
        if (typed == null || typed.isBlank()) {
            problems.add("idNumber", "conflict.idNumber.missing");
            return null;
        }
        try {
            return idNumbers.parse(typed);
        } catch (InvalidValue wrong) {
            problems.add("idNumber", wrong.messageKey(), wrong.args().toArray());
            return null;
        }
    }

    /** Whom the holder of a task may name as a relative; empty where only a lead is known. */
    @Transactional(readOnly = true)
    public List<TaskResidents.Resident> residents(WorkItem task) {
        return residents.of(task);
    }

    /**
     * Declares from a task, gives it back and asks others, in one step.
     *
     * @param personId one of {@link #residents}; null only where there are none
     * @throws org.jiuzhu.shared.InvalidInput naming person or relation
     */
    public void declareFromTask(String taskId, @Nullable Long personId, @Nullable Kinship relation, Actor actor) {
        WorkItem task = desk.open(taskId, actor);
        var problems = new Problems();
        About about = residents.about(task, personId, problems);
        if (relation == null) {
            problems.add("relation", "conflict.relation.missing");
        }
        problems.check();
        add(
                actor.username(),
                Objects.requireNonNull(relation),
                Objects.requireNonNull(about),
                Source.TASK,
                LocalDate.now(clock),
                actor,
                "person");
    }

    private void add(
            String username, Kinship relation, About about, Source source, LocalDate since, Actor by, String field) {
        long id = scopes.asSystem("relative filing", () -> filings.add(
                        username, relation, about, source, by.username(), clock.instant(), since, where(username, by))
                .orElseGet(() -> {
                    var known = new Problems();
                    known.add(field, "conflict.known");
                    known.check();
                    throw new IllegalStateException();
                }));
        audit.record(AuditKind.RELATIVE_FILED, by, "relativeFiling", String.valueOf(id), source.name());
        tasks.handOn(username);
    }

    private Where where(String username, Actor by) {
        String orgCode = network.consultant(username).map(Consultant::orgCode).orElse(String.valueOf(by.orgCode()));
        if (network.unit(orgCode).kind() == OrgUnit.Kind.DISTRICT) {
            return new Where(orgCode, null, null);
        }
        Place place = network.place(orgCode);
        return new Where(place.districtCode(), place.streetCode(), place.pointCode());
    }

    private @Nullable String streetOf(String orgCode) {
        return network.unit(orgCode).kind() == OrgUnit.Kind.DISTRICT
                ? null
                : network.place(orgCode).streetCode();
    }

    /**
     * @throws Refusal NOT_FOUND if there is none that the actor sees, FORBIDDEN in one's own matter, CONFLICT if it has
     *     ended
     * @throws org.jiuzhu.shared.InvalidInput naming endedOn or reason
     */
    public void end(long id, @Nullable LocalDate endedOn, @Nullable String reason, Actor actor) {
        RelativeFiling filing =
                filings.find(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "conflict.notFound"));
        Consultant somebody = network.consultant(filing.username()).orElseThrow(Supervision::refused);
        Supervision.check(actor, filing.username(), somebody.orgCode(), streetOf(somebody.orgCode()));
        LocalDate today = LocalDate.now(clock);
        LocalDate on = endedOn == null ? today : endedOn;
        String why = reason == null ? "" : reason.strip();
        var problems = new Problems();
        if (on.isAfter(today)) {
            problems.add("endedOn", "conflict.date.future");
        } else if (on.isBefore(filing.sinceOn())) {
            problems.add("endedOn", "conflict.date.beforeSince");
        }
        if (why.isEmpty()) {
            problems.add("reason", "conflict.reason.missing");
        } else if (why.length() > LONGEST_REASON) {
            problems.add("reason", "conflict.tooLong", LONGEST_REASON);
        }
        problems.check();
        if (!filings.end(id, on, why, actor.username(), clock.instant())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "conflict.ended");
        }
        audit.record(AuditKind.RELATIVE_ENDED, actor, "relativeFiling", String.valueOf(id), null);
    }

    /** @param after {@link CrossInspection#next()} of the page before */
    @Transactional(readOnly = true)
    public CrossInspection crossInspection(@Nullable Long after, Actor actor) {
        if (!Supervision.mayInspect(actor)) {
            throw Supervision.refused();
        }
        List<CrossInspection.Pair> pairs = filings.pairs(after, PAGE + 1);
        return pairs.size() <= PAGE
                ? new CrossInspection(pairs, null)
                : new CrossInspection(
                        pairs.subList(0, PAGE), pairs.get(PAGE - 1).filing().id());
    }
}
