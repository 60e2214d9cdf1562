package org.jiuzhu.servicerecord;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.household.People;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Refusal.Kind;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts a record on the household it belongs to. What was written stays as it is; who sees it goes with the household,
 * both time lines tell it, and it can be moved back.
 */
@Component
public class RecordMoves {

    static final int LONGEST_REASON = 300;

    private static final Set<String> MAY_MOVE_FOR_OTHERS = Set.of("stationLead");

    private final ServiceRecords records;
    private final RecordTable table;
    private final RecordMoveTable moves;
    private final RecordSubjects subjects;
    private final People people;
    private final Timeline timeline;
    private final DataScopes scopes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordMoves(
            ServiceRecords records,
            RecordTable table,
            RecordMoveTable moves,
            RecordSubjects subjects,
            People people,
            Timeline timeline,
            DataScopes scopes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.records = records;
        this.table = table;
        this.moves = moves;
        this.subjects = subjects;
        this.people = people;
        this.timeline = timeline;
        this.scopes = scopes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The version in force, if this actor may move the record: an author of one of its versions, or the station's lead.
     *
     * @throws Refusal NOT_FOUND outside the actor's scope, FORBIDDEN for anybody else
     */
    @Transactional(readOnly = true)
    public ServiceRecord movable(long recordId, Actor by) {
        ServiceRecord record = records.current(records.get(recordId).number());
        if (!mayMove(record, by)) {
            throw new Refusal(Kind.FORBIDDEN, "servicerecord.move.notYours");
        }
        if (record.withdrawn()) {
            throw ServiceRecords.withdrawn();
        }
        return record;
    }

    @Transactional(readOnly = true)
    public boolean mayMove(ServiceRecord record, Actor by) {
        return by.mayAct()
                && (by.roles().stream().anyMatch(MAY_MOVE_FOR_OTHERS::contains)
                        || records.versions(record.number()).stream()
                                .anyMatch(version -> version.author().equals(by.username())));
    }

    /**
     * Puts the record on a resident's household; it joins the case that is open there and stands behind no task.
     *
     * @param reason why it was on the wrong one
     * @throws InvalidInput for {@code reason} and {@code person}
     */
    @Transactional
    public void move(long recordId, long personId, String reason, Actor by) {
        ServiceRecord record = movable(recordId, by);
        TaskSubject from = table.subjectOf(record.number());
        TaskSubject to = subjects.ofPerson(personId);
        check(record, from, to, reason);
        move(record, from, to, null, reason, by);
    }

    /**
     * Undoes the last move: the record stands again where it stood, behind its task too.
     *
     * @throws Refusal CONFLICT if it was never moved
     */
    @Transactional
    public void moveBack(long recordId, String reason, Actor by) {
        ServiceRecord record = movable(recordId, by);
        checkReason(reason);
        RecordMoveTable.Origin origin = moves.lastOrigin(record.number())
                .orElseThrow(() -> new Refusal(Kind.CONFLICT, "servicerecord.move.never"));
        move(record, table.subjectOf(record.number()), origin.subject(), origin.taskId(), reason, by);
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<RecordMove> of(String number) {
        return moves.of(number);
    }

    private void check(ServiceRecord record, TaskSubject from, TaskSubject to, String reason) {
        checkReason(reason);
        if (from.householdId() == null
                ? Objects.equals(from.personId(), to.personId())
                : from.householdId().equals(to.householdId())) {
            throw new InvalidInput(FieldProblem.of("person", "servicerecord.move.same"));
        }
        LocalDate birth = people.get(Objects.requireNonNull(to.personId())).birthDate();
        if (birth != null && record.sheet().servedOn().isBefore(birth)) {
            throw new InvalidInput(FieldProblem.of("person", "servicerecord.move.beforeBirth"));
        }
    }

    private static void checkReason(String reason) {
        if (reason.isBlank()) {
            throw new InvalidInput(FieldProblem.of("reason", "servicerecord.needed"));
        }
        if (reason.length() > LONGEST_REASON) {
            throw new InvalidInput(
                    FieldProblem.of("reason", "servicerecord.move.reasonLong", String.valueOf(LONGEST_REASON)));
        }
    }

    private void move(
            ServiceRecord record, TaskSubject from, TaskSubject to, @Nullable String taskId, String reason, Actor by) {
        scopes.runAsSystem("record move", () -> {
            moves.add(record, from, to, reason.strip(), by, clock.instant());
            table.relink(record.number(), to, taskId);
        });
        timeline.add("record.movedOut", from, null, by, Map.of("number", record.number()));
        timeline.add("record.movedIn", to, null, by, Map.of("record", record.number(), "note", reason.strip()));
        RecordSheet sheet = record.sheet();
        events.publishEvent(new RecordFiled(record.number(), to.personId(), sheet.mode(), sheet.servedOn(), null, by));
    }
}
