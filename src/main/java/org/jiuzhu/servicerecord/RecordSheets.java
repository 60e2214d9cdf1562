package org.jiuzhu.servicerecord;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jiuzhu.household.Person;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sheet as somebody fills it in: behind a task, about a resident, or in correction of a record. */
@Component
public class RecordSheets {

    private final ServiceRecords records;
    private final RecordForm form;
    private final RecordSubjects subjects;
    private final ServiceCatalogues catalogues;
    private final Network network;
    private final Clock clock;

    RecordSheets(
            ServiceRecords records,
            RecordForm form,
            RecordSubjects subjects,
            ServiceCatalogues catalogues,
            Network network,
            Clock clock) {
        this.records = records;
        this.form = form;
        this.subjects = subjects;
        this.catalogues = catalogues;
        this.network = network;
        this.clock = clock;
    }

    /**
     * What the sheet of a task shows before anybody writes.
     *
     * @throws org.jiuzhu.shared.Refusal as {@link org.jiuzhu.workflow.TaskDesk#open} does
     */
    @Transactional(readOnly = true)
    public OpenSheet blank(String taskId, Actor by) {
        return blank(subjects.ofTask(taskId, by), by);
    }

    /**
     * The same for a record that no task asked for.
     *
     * @throws org.jiuzhu.shared.Refusal NOT_FOUND for somebody outside the actor's scope
     */
    @Transactional(readOnly = true)
    public OpenSheet blank(long personId, Actor by) {
        return blank(subjects.ofPerson(personId), by);
    }

    private OpenSheet blank(TaskSubject about, Actor by) {
        Map<String, Object> data = new HashMap<>(committees(about.streetCode(), isNgo(about)));
        data.put("committee", isNgo(about) ? about.streetCode() : place(about));
        data.put("participants", by.displayName());
        data.put("servedOn", LocalDate.now(clock).toString());
        Person resident = subjects.resident(about);
        if (resident != null) {
            data.put("residentName", resident.name());
            if (!isNgo(about)) {
                data.put(
                        "policyCoveredTags",
                        resident.coveredTags().stream().map(Enum::name).toList());
            }
        }
        return new OpenSheet(form.schema(catalogues.of(place(about))), data);
    }

    /** A record's answers, to be corrected. */
    @Transactional(readOnly = true)
    public OpenSheet toCorrect(ServiceRecord record) {
        RecordSheet sheet = record.sheet();
        Map<String, Object> data = new HashMap<>(correcting(sheet));
        data.putAll(form.answers(sheet));
        return new OpenSheet(form.schema(catalogues.of(sheet)), data);
    }

    /**
     * Writes the record that stands behind a task.
     *
     * @return the record's id
     * @throws org.jiuzhu.shared.InvalidInput by the form's field names
     * @throws org.jiuzhu.shared.Refusal as {@link org.jiuzhu.workflow.TaskDesk#open} does
     */
    @Transactional
    public long write(String taskId, UUID requestId, Map<String, ?> given, List<Picture> pictures, Actor by) {
        return write(subjects.ofTask(taskId, by), taskId, requestId, given, pictures, by);
    }

    /**
     * Writes a record that no task asked for; it belongs to the household's open case, if there is one.
     *
     * @return the record's id
     */
    @Transactional
    public long write(long personId, UUID requestId, Map<String, ?> given, List<Picture> pictures, Actor by) {
        return write(subjects.ofPerson(personId), null, requestId, given, pictures, by);
    }

    /**
     * The sheet that somebody filled in about a resident, not written yet.
     *
     * @throws org.jiuzhu.shared.InvalidInput by the form's field names
     * @throws org.jiuzhu.shared.Refusal NOT_FOUND for somebody outside the actor's scope
     */
    @Transactional(readOnly = true)
    public RecordSheet filled(long personId, Map<String, ?> given) {
        TaskSubject about = subjects.ofPerson(personId);
        return form.read(catalogues.of(place(about)), given, committees(about.streetCode(), isNgo(about)))
                .sheet();
    }

    private long write(
            TaskSubject about,
            @Nullable String taskId,
            UUID requestId,
            Map<String, ?> given,
            List<Picture> pictures,
            Actor by) {
        RecordForm.Filled filled =
                form.read(catalogues.of(place(about)), given, committees(about.streetCode(), isNgo(about)));
        return records.write(new NewServiceRecord(requestId, filled.sheet(), pictures, about, taskId), by);
    }

    /** @see ServiceRecords#correct */
    @Transactional
    public long correct(long recordId, UUID requestId, Map<String, ?> given, List<Picture> more, Actor by) {
        RecordSheet old = records.get(recordId).sheet();
        RecordForm.Filled filled = form.read(catalogues.of(old), given, correcting(old));
        return records.correct(recordId, requestId, filled.sheet(), filled.reason(), more, by);
    }

    /** A social organisation knows the street of whom it serves, and writes that. */
    private static boolean isNgo(TaskSubject about) {
        return about.ngoCode() != null;
    }

    private static String place(TaskSubject about) {
        return about.pointCode() == null ? about.streetCode() : about.pointCode();
    }

    private Map<String, Object> correcting(RecordSheet sheet) {
        boolean isStreet = network.unit(sheet.committeeCode()).kind() == OrgUnit.Kind.STREET;
        List<OrgUnit> offered = isStreet
                ? List.of()
                : network.pointsOf(network.place(sheet.committeeCode()).streetCode());
        Map<String, Object> data = new HashMap<>();
        data.put("points", options(withOwn(offered, sheet.committeeCode())));
        data.put("correcting", true);
        return data;
    }

    /** A committee that was there when the record was written may stay on it. */
    private List<OrgUnit> withOwn(List<OrgUnit> offered, String committee) {
        return offered.stream().anyMatch(unit -> unit.code().equals(committee))
                ? offered
                : Stream.concat(offered.stream(), Stream.of(network.unit(committee)))
                        .toList();
    }

    private Map<String, Object> committees(String streetCode, boolean streetOnly) {
        List<OrgUnit> units = streetOnly ? List.of(network.unit(streetCode)) : network.pointsOf(streetCode);
        return Map.of("points", options(units));
    }

    private static List<Map<String, String>> options(List<OrgUnit> units) {
        return units.stream()
                .map(unit -> Map.of("value", unit.code(), "label", unit.name()))
                .toList();
    }
}
