package org.jiuzhu.servicerecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.lifecycle.ActiveCases;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.TaskHandlers;
import org.jiuzhu.workflow.TaskSubject;
import org.jiuzhu.workflow.form.FormRules;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sheet as somebody fills it in: behind a task, about a resident, or in correction of a record. */
@Component
public class RecordSheets {

    private static final String PICTURES = "photos";
    private static final String FORM = "forms/servicerecord/service-record.form";

    private final ServiceRecords records;
    private final TaskDesk desk;
    private final TaskHandlers handlers;
    private final FormRules rules;
    private final People people;
    private final Households households;
    private final Network network;
    private final ObjectProvider<ActiveCases> cases;
    private final DataScopes scopes;
    private final Clock clock;
    private final String schema;
    private final String answered;

    RecordSheets(
            ServiceRecords records,
            TaskDesk desk,
            TaskHandlers handlers,
            FormRules rules,
            People people,
            Households households,
            Network network,
            ObjectProvider<ActiveCases> cases,
            DataScopes scopes,
            Clock clock,
            ObjectMapper json) {
        this.records = records;
        this.desk = desk;
        this.handlers = handlers;
        this.rules = rules;
        this.people = people;
        this.households = households;
        this.network = network;
        this.cases = cases;
        this.scopes = scopes;
        this.clock = clock;
        this.schema = read();
        this.answered = withoutPictures(schema, json);
    }

    /** The form as its file has it. */
    public String schema() {
        return schema;
    }

    /**
     * What the sheet of a task shows before anybody writes.
     *
     * @throws org.jiuzhu.shared.Refusal as {@link TaskDesk#open} does
     */
    @Transactional(readOnly = true)
    public Map<String, Object> blank(String taskId, Actor by) {
        return blank(about(taskId, by), by);
    }

    /**
     * The same for a record that no task asked for.
     *
     * @throws org.jiuzhu.shared.Refusal NOT_FOUND for somebody outside the actor's scope
     */
    @Transactional(readOnly = true)
    public Map<String, Object> blank(long personId, Actor by) {
        return blank(about(personId), by);
    }

    private Map<String, Object> blank(TaskSubject about, Actor by) {
        Map<String, Object> data = new HashMap<>(committees(about.streetCode(), isNgo(about)));
        data.put("committee", isNgo(about) || about.pointCode() == null ? about.streetCode() : about.pointCode());
        data.put("participants", by.displayName());
        data.put("servedOn", LocalDate.now(clock).toString());
        Person resident = resident(about);
        if (resident != null) {
            data.put("residentName", resident.name());
            if (!isNgo(about)) {
                data.put(
                        "policyCoveredTags",
                        resident.coveredTags().stream().map(Enum::name).toList());
            }
        }
        return data;
    }

    /** A record's answers, to be corrected. */
    @Transactional(readOnly = true)
    public Map<String, Object> answersOf(ServiceRecord record) {
        RecordSheet sheet = record.sheet();
        Map<String, Object> data = new HashMap<>(committees(streetOf(sheet), isStreet(sheet)));
        data.put("residentName", sheet.residentName());
        data.put("committee", sheet.committeeCode());
        data.put(
                "policyFindTags",
                names(sheet.tags().stream().filter(ResidentTag::isPolicyFind).toList()));
        data.put(
                "policyCoveredTags",
                names(sheet.tags().stream().filter(t -> !t.isPolicyFind()).toList()));
        data.put("serviceMode", sheet.mode().name());
        putKnown(data, "serviceModeOther", sheet.modeOther());
        data.put("participants", sheet.participants());
        data.put("servedOn", sheet.servedOn().toString());
        data.put("hours", sheet.hours());
        for (ServiceItem.Group group : ServiceItem.Group.values()) {
            data.put(
                    "services" + group,
                    names(group.items().stream().filter(sheet.items()::contains).toList()));
        }
        data.put("initiator", sheet.initiator().name());
        putKnown(data, "companions", sheet.companions());
        data.put("content", sheet.content());
        return data;
    }

    /**
     * Writes the record that stands behind a task.
     *
     * @return the record's id
     * @throws InvalidInput by the form's field names
     * @throws org.jiuzhu.shared.Refusal as {@link TaskDesk#open} does
     */
    @Transactional
    public long write(String taskId, UUID requestId, Map<String, ?> given, List<Picture> pictures, Actor by) {
        TaskSubject about = about(taskId, by);
        RecordSheet sheet = sheet(given, committees(about.streetCode(), isNgo(about)));
        return records.write(new NewServiceRecord(requestId, sheet, pictures, about, taskId), by);
    }

    /**
     * Writes a record that no task asked for; it belongs to the household's open case, if there is one.
     *
     * @return the record's id
     */
    @Transactional
    public long write(long personId, UUID requestId, Map<String, ?> given, List<Picture> pictures, Actor by) {
        TaskSubject about = about(personId);
        RecordSheet sheet = sheet(given, committees(about.streetCode(), false));
        return records.write(new NewServiceRecord(requestId, sheet, pictures, about, null), by);
    }

    /** @see ServiceRecords#correct */
    @Transactional
    public long correct(long recordId, UUID requestId, Map<String, ?> given, List<Picture> more, Actor by) {
        RecordSheet old = records.get(recordId).sheet();
        RecordSheet corrected = sheet(given, committees(streetOf(old), isStreet(old)));
        return records.correct(recordId, requestId, corrected, more, by);
    }

    /** The task's subject; the task being open to the actor is what lets the actor know the resident. */
    private TaskSubject about(String taskId, Actor by) {
        var item = desk.open(taskId, by);
        TaskSubject subject = scopes.asSystem(
                "record subject", () -> handlers.of(item.taskKey()).subject(desk.context(item)));
        boolean byNgo = subject.ngoCode() != null && subject.ngoCode().equals(by.orgCode());
        return new TaskSubject(
                subject.number(),
                subject.householdId(),
                personOf(subject),
                subject.caseId(),
                subject.leadId(),
                subject.districtCode(),
                subject.streetCode(),
                subject.pointCode(),
                byNgo ? subject.ngoCode() : null,
                subject.urgency());
    }

    private TaskSubject about(long personId) {
        Place place = people.get(personId).place();
        Long household = households.findHouseholdOf(personId).orElse(null);
        Optional<ActiveCases.ActiveCase> open = household == null
                ? Optional.empty()
                : cases.stream().findFirst().flatMap(c -> c.of(household));
        return new TaskSubject(
                open.map(ActiveCases.ActiveCase::number)
                        .orElseGet(() -> household == null
                                ? ""
                                : households.get(household).number()),
                household,
                personId,
                open.map(ActiveCases.ActiveCase::caseId).orElse(null),
                null,
                place.districtCode(),
                place.streetCode(),
                place.pointCode(),
                null,
                Urgency.NORMAL);
    }

    private @Nullable Long personOf(TaskSubject subject) {
        Long household = subject.householdId();
        if (subject.personId() != null || household == null) {
            return subject.personId();
        }
        return scopes.asSystem("record subject", () -> households.get(household).headPersonId());
    }

    private @Nullable Person resident(TaskSubject about) {
        Long person = about.personId();
        return person == null ? null : scopes.asSystem("record subject", () -> people.get(person));
    }

    /** A social organisation knows the street of whom it serves, and writes that. */
    private static boolean isNgo(TaskSubject about) {
        return about.ngoCode() != null;
    }

    private Map<String, Object> committees(String streetCode, boolean streetOnly) {
        List<OrgUnit> units = streetOnly ? List.of(network.unit(streetCode)) : network.pointsOf(streetCode);
        return Map.of(
                "points",
                units.stream()
                        .map(unit -> Map.of("value", unit.code(), "label", unit.name()))
                        .toList());
    }

    private boolean isStreet(RecordSheet sheet) {
        return network.unit(sheet.committeeCode()).kind() == OrgUnit.Kind.STREET;
    }

    private String streetOf(RecordSheet sheet) {
        return network.place(sheet.committeeCode()).streetCode();
    }

    private RecordSheet sheet(Map<String, ?> given, Map<String, Object> data) {
        Map<String, Object> written = new HashMap<>(given);
        written.remove(PICTURES);
        FormAnswers answers = rules.check(answered, written, data);
        Set<ResidentTag> tags = EnumSet.noneOf(ResidentTag.class);
        answers.choices("policyFindTags").forEach(tag -> tags.add(ResidentTag.valueOf(tag)));
        answers.choices("policyCoveredTags").forEach(tag -> tags.add(ResidentTag.valueOf(tag)));
        Set<ServiceItem> items = EnumSet.noneOf(ServiceItem.class);
        for (ServiceItem.Group group : ServiceItem.Group.values()) {
            answers.choices("services" + group).forEach(item -> items.add(ServiceItem.valueOf(item)));
        }
        ServiceMode mode = answers.choice("serviceMode", ServiceMode.class);
        return new RecordSheet(
                answers.text("residentName").strip(),
                answers.text("committee"),
                network.unit(answers.text("committee")).name(),
                tags,
                mode,
                mode == ServiceMode.OTHER ? answers.optionalText("serviceModeOther") : null,
                answers.text("participants").strip(),
                needed(answers.date("servedOn"), "servedOn"),
                needed(answers.number("hours"), "hours"),
                items,
                answers.choice("initiator", Initiator.class),
                answers.optionalText("companions"),
                answers.text("content").strip());
    }

    private static <T> T needed(@Nullable T answer, String field) {
        if (answer == null) {
            throw new InvalidInput(FieldProblem.of(field, "servicerecord.needed"));
        }
        return answer;
    }

    private static List<String> names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }

    private static void putKnown(Map<String, Object> data, String key, @Nullable String text) {
        if (text != null) {
            data.put(key, text);
        }
    }

    private static String read() {
        try {
            return new ClassPathResource(FORM).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Pictures come as files beside the answers. */
    private static String withoutPictures(String form, ObjectMapper json) {
        try {
            JsonNode tree = json.readTree(form);
            var components = (ArrayNode) tree.path("components");
            for (int i = components.size() - 1; i >= 0; i--) {
                if ("filepicker".equals(components.get(i).path("type").asText())) {
                    components.remove(i);
                }
            }
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(FORM + " is not JSON", broken);
        }
    }
}
