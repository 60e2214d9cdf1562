package org.jiuzhu.servicerecord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.form.FormRules;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The form file of the sheet: as each place has it, and between its answers and a {@link RecordSheet}. */
@Component
class RecordForm {

    private static final String FILE = "forms/servicerecord/service-record.form";
    private static final String PICTURES = "photos";
    private static final String REASON = "correctionReason";

    private final FormRules rules;
    private final Network network;
    private final ObjectMapper json;
    private final Map<ServiceCatalogue, String> shown = new EnumMap<>(ServiceCatalogue.class);
    private final Map<ServiceCatalogue, String> answered = new EnumMap<>(ServiceCatalogue.class);

    RecordForm(FormRules rules, Network network, ObjectMapper json) {
        this.rules = rules;
        this.network = network;
        this.json = json;
        for (ServiceCatalogue catalogue : ServiceCatalogue.values()) {
            JsonNode form = read();
            shown.put(catalogue, form(form, catalogue));
            remove(form, part -> part.path("type").asText().equals("filepicker"));
            answered.put(catalogue, form(form, catalogue));
        }
    }

    /** What somebody filled in, and why if it corrects a record. */
    record Filled(RecordSheet sheet, @Nullable String reason) {}

    /** The form as people see it. */
    String schema(ServiceCatalogue catalogue) {
        return Objects.requireNonNull(shown.get(catalogue));
    }

    /**
     * @param data what the form was opened with
     * @throws InvalidInput by the form's field names
     */
    Filled read(ServiceCatalogue catalogue, Map<String, ?> given, Map<String, ?> data) {
        Map<String, Object> written = new HashMap<>(given);
        written.remove(PICTURES);
        FormAnswers answers = rules.check(Objects.requireNonNull(answered.get(catalogue)), written, data);
        Set<ResidentTag> tags = EnumSet.noneOf(ResidentTag.class);
        answers.choices("policyFindTags").forEach(tag -> tags.add(ResidentTag.valueOf(tag)));
        answers.choices("policyCoveredTags").forEach(tag -> tags.add(ResidentTag.valueOf(tag)));
        Set<ServiceItem> items = EnumSet.noneOf(ServiceItem.class);
        for (ServiceItem.Group group : catalogue.groups()) {
            answers.choices("services" + group).forEach(item -> items.add(ServiceItem.valueOf(item)));
        }
        ServiceMode mode = answers.choice("serviceMode", ServiceMode.class);
        var sheet = new RecordSheet(
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
        return new Filled(sheet, answers.optionalText(REASON));
    }

    /** A sheet as the form's answers. */
    Map<String, Object> answers(RecordSheet sheet) {
        Map<String, Object> data = new HashMap<>();
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

    /** The file's form with the place's services only, under the place's names. */
    private String form(JsonNode file, ServiceCatalogue catalogue) {
        JsonNode form = file.deepCopy();
        Set<String> offered = new HashSet<>();
        catalogue.groups().forEach(group -> offered.add("services" + group));
        remove(
                form,
                part -> part.path("key").asText().startsWith("services")
                        && !offered.contains(part.path("key").asText()));
        if (catalogue == ServiceCatalogue.SIX) {
            form.findParents("key").stream()
                    .filter(part -> part.path("properties").has("labelOfSix"))
                    .forEach(part -> ((ObjectNode) part)
                            .set("label", part.path("properties").path("labelOfSix")));
        }
        try {
            return json.writeValueAsString(form);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(FILE + " cannot be written", broken);
        }
    }

    private static void remove(JsonNode form, Predicate<JsonNode> unwanted) {
        if (form.path("components") instanceof ArrayNode parts) {
            for (Iterator<JsonNode> each = parts.iterator(); each.hasNext(); ) {
                JsonNode part = each.next();
                if (unwanted.test(part)) {
                    each.remove();
                } else {
                    remove(part, unwanted);
                }
            }
        }
    }

    private JsonNode read() {
        try {
            return json.readTree(new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
