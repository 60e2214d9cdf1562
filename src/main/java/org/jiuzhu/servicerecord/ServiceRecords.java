package org.jiuzhu.servicerecord;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.household.People;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Refusal.Kind;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.RecordGate;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The service records (SJ 五(二), V22, V24): written once, corrected by a version that supersedes. */
@Component
public class ServiceRecords implements RecordGate {

    private static final Set<String> MAY_CORRECT_FOR_OTHERS = Set.of("pointLead", "stationLead");

    private final RecordTable table;
    private final People people;
    private final Timeline timeline;
    private final Numbers numbers;
    private final AuditLog audit;
    private final DataScopes scopes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ServiceRecords(
            RecordTable table,
            People people,
            Timeline timeline,
            Numbers numbers,
            AuditLog audit,
            DataScopes scopes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.people = people;
        this.timeline = timeline;
        this.numbers = numbers;
        this.audit = audit;
        this.scopes = scopes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes a record once, however often the same request arrives.
     *
     * @return the record's id
     * @throws org.jiuzhu.shared.InvalidInput by the form's field names
     */
    @Transactional
    public long write(NewServiceRecord record, Actor by) {
        Optional<Long> written = table.ofRequest(record.requestId(), by);
        if (written.isPresent()) {
            return written.get();
        }
        check(record.sheet(), record.about().personId());
        String number = numbers.next(Numbers.Kind.JL);
        table.link(number, record.about(), record.taskId());
        Optional<Long> id = table.insert(
                number,
                1,
                null,
                record.requestId(),
                false,
                null,
                record.sheet(),
                by,
                clock.instant(),
                RecordTable.Scope.of(record.about()));
        if (id.isEmpty()) {
            table.unlink(number);
            return table.ofRequest(record.requestId(), by).orElseThrow(ServiceRecords::notFound);
        }
        record.pictures().forEach(picture -> table.add(id.get(), picture));
        timeline.add("record.written", record.about(), null, by, Map.of("record", number));
        filed(number, record.about(), record.sheet(), record.requestId(), by);
        return id.get();
    }

    /**
     * Writes a new version that supersedes the one given. The author may, and the leads of the place.
     *
     * @param reason why, for whoever reads both versions
     * @param more pictures beside those the record has already
     * @return the new version's id
     * @throws Refusal CONFLICT if that version has been superseded already, FORBIDDEN if the actor may not correct it
     */
    @Transactional
    public long correct(
            long recordId, UUID requestId, RecordSheet sheet, @Nullable String reason, List<Picture> more, Actor by) {
        Optional<Long> written = table.ofRequest(requestId, by);
        if (written.isPresent()) {
            return written.get();
        }
        ServiceRecord old = correctable(recordId, by);
        check(sheet, old.personId());
        int pictures = table.pictures(old).size() + more.size();
        if (pictures > Picture.MOST_IN_A_RECORD) {
            throw Picture.tooMany(pictures);
        }
        TaskSubject about = table.subjectOf(old.number());
        Optional<Long> id = table.insert(
                old.number(),
                old.version() + 1,
                old.id(),
                requestId,
                false,
                reason,
                sheet,
                by,
                clock.instant(),
                RecordTable.Scope.of(about));
        if (id.isEmpty()) {
            return table.ofRequest(requestId, by).orElseThrow(ServiceRecords::superseded);
        }
        more.forEach(picture -> table.add(id.get(), picture));
        timeline.add("record.corrected", about, null, by, Map.of("record", old.number()));
        filed(old.number(), about, sheet, requestId, by);
        return id.get();
    }

    /**
     * Writes a last version that says there was nothing to record: the author slipped. What was written stays to be read.
     *
     * @return the version's id; of the first time, if it was withdrawn before
     * @throws Refusal as {@link #correct}, FORBIDDEN for anybody but the author, CONFLICT for a record behind a task, which
     *     is done
     */
    @Transactional
    public long withdraw(long recordId, UUID requestId, String reason, Actor by) {
        Optional<Long> written = table.ofRequest(requestId, by);
        if (written.isPresent()) {
            return written.get();
        }
        ServiceRecord old = correctable(recordId, by);
        if (!old.author().equals(by.username())) {
            throw new Refusal(Kind.FORBIDDEN, "servicerecord.notYours");
        }
        if (old.taskId() != null) {
            throw new Refusal(Kind.CONFLICT, "servicerecord.behindTask");
        }
        TaskSubject about = table.subjectOf(old.number());
        long id = table.insert(
                        old.number(),
                        old.version() + 1,
                        old.id(),
                        requestId,
                        true,
                        reason,
                        old.sheet(),
                        by,
                        clock.instant(),
                        RecordTable.Scope.of(about))
                .orElseThrow(ServiceRecords::superseded);
        timeline.add("record.withdrawn", about, null, by, Map.of("record", old.number()));
        events.publishEvent(new RecordWithdrawn(old.number()));
        return id;
    }

    private void filed(String number, TaskSubject about, RecordSheet sheet, UUID requestId, Actor by) {
        events.publishEvent(new RecordFiled(number, about.personId(), sheet.mode(), sheet.servedOn(), requestId, by));
    }

    /** The version that a request of this actor wrote, if it was there before. */
    @Transactional(readOnly = true)
    public Optional<Long> ofRequest(UUID requestId, Actor by) {
        return table.ofRequest(requestId, by);
    }

    /** The version, if this actor may correct it; see {@link #correct}. */
    @Transactional(readOnly = true)
    public ServiceRecord correctable(long recordId, Actor by) {
        ServiceRecord record = get(recordId);
        if (!mayCorrect(record, by)) {
            throw new Refusal(Kind.FORBIDDEN, "servicerecord.notYours");
        }
        if (!record.isCurrent()) {
            throw superseded();
        }
        if (record.withdrawn()) {
            throw withdrawn();
        }
        return record;
    }

    public boolean mayCorrect(ServiceRecord record, Actor by) {
        return by.mayAct()
                && (record.author().equals(by.username())
                        || by.roles().stream().anyMatch(MAY_CORRECT_FOR_OTHERS::contains));
    }

    /**
     * Opens a record for somebody to read, and leaves a record of who read it.
     *
     * @throws Refusal NOT_FOUND also for a record outside the actor's scope
     */
    @Transactional(readOnly = true)
    public ServiceRecord read(long recordId, Actor by) {
        ServiceRecord record = get(recordId);
        audit.record(AuditKind.SENSITIVE_READ, by, "record", record.number(), "version " + record.version());
        return record;
    }

    /** @throws Refusal NOT_FOUND also for a record outside the actor's scope */
    @Transactional(readOnly = true)
    public ServiceRecord get(long recordId) {
        return table.find(recordId).orElseThrow(ServiceRecords::notFound);
    }

    /** All versions of a record, newest first. */
    @Transactional(readOnly = true)
    public List<ServiceRecord> versions(String number) {
        return table.versions(number);
    }

    /**
     * The version in force of a record.
     *
     * @throws Refusal NOT_FOUND also for a record outside the actor's scope
     */
    @Transactional(readOnly = true)
    public ServiceRecord current(String number) {
        return versions(number).stream().findFirst().orElseThrow(ServiceRecords::notFound);
    }

    /** Which of these records the reader's scope shows. */
    @Transactional(readOnly = true)
    public Set<String> visible(Collection<String> numbers) {
        return numbers.isEmpty() ? Set.of() : table.visible(numbers);
    }

    /** The records in force about a household, newest service first. */
    @Transactional(readOnly = true)
    public List<ServiceRecord> ofHousehold(long householdId, int most) {
        return table.ofHousehold(householdId, most);
    }

    /** The records in force that belong to a case, newest service first. */
    @Transactional(readOnly = true)
    public List<ServiceRecord> ofCase(long caseId, int most) {
        return table.ofCase(caseId, most);
    }

    /** The records in force behind a task. */
    @Transactional(readOnly = true)
    public List<ServiceRecord> ofTask(String taskId) {
        return table.ofTask(taskId);
    }

    @Transactional(readOnly = true)
    public List<Long> pictures(ServiceRecord record) {
        return table.pictures(record);
    }

    /**
     * A picture of a record, and a record of who looked at it.
     *
     * @throws Refusal NOT_FOUND also for a picture of another record or version
     */
    @Transactional(readOnly = true)
    public Picture picture(long recordId, long pictureId, Actor by) {
        ServiceRecord record = get(recordId);
        if (!table.pictures(record).contains(pictureId)) {
            throw notFound();
        }
        audit.record(AuditKind.SENSITIVE_READ, by, "record", record.number(), "picture " + pictureId);
        return table.picture(pictureId).orElseThrow(ServiceRecords::notFound);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hasRecord(String taskId) {
        return scopes.asSystem("record gate", () -> table.hasRecord(taskId));
    }

    private void check(RecordSheet sheet, @Nullable Long personId) {
        var problems = new Problems();
        sheet.check(LocalDate.now(clock), personId == null ? null : birthDate(personId), problems);
        problems.check();
    }

    private @Nullable LocalDate birthDate(long personId) {
        return scopes.<@Nullable LocalDate>asSystem(
                "record check", () -> people.get(personId).birthDate());
    }

    private static Refusal notFound() {
        return new Refusal(Kind.NOT_FOUND, "servicerecord.notFound");
    }

    static Refusal withdrawn() {
        return new Refusal(Kind.CONFLICT, "servicerecord.withdrawn");
    }

    private static Refusal superseded() {
        return new Refusal(Kind.CONFLICT, "servicerecord.superseded");
    }
}
