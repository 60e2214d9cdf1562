package org.jiuzhu.visit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.cadence.Contact.Outcome;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.RecordSheets;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.visit.VisitReport;
import org.jiuzhu.visit.VisitReport.Finding;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells how a visit went: {@code requestId}, {@code people} of one household ({@code personId}, {@code outcome}, {@code
 * finding}, {@code refusalReason}), {@code taskId}, and the {@code sheet} by the keys of the service record's form. The
 * first of the people is the one in the address. Sent twice, it is one.
 */
@RestController
@RequestMapping(path = "/api/v1/people/{id}/visit-reports", produces = MediaType.APPLICATION_JSON_VALUE)
class VisitReportApi {

    private static final TypeReference<Map<String, Object>> SHEET = new TypeReference<>() {};

    private final VisitReports reports;
    private final ServiceRecords records;
    private final RecordSheets sheets;
    private final ObjectMapper json;
    private final CurrentActor actors;

    VisitReportApi(
            VisitReports reports, ServiceRecords records, RecordSheets sheets, ObjectMapper json, CurrentActor actors) {
        this.reports = reports;
        this.records = records;
        this.sheets = sheets;
        this.json = json;
        this.actors = actors;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Receipt(String recordNumber) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> report(@PathVariable long id, @RequestBody JsonNode body) {
        Actor actor = actors.get();
        if (!body.isObject()) {
            throw new InvalidInput(FieldProblem.of("body", "visit.api.body"));
        }
        UUID request = request(body.path("requestId"));
        boolean repeated = records.ofRequest(request, actor).isPresent();
        RecordSheet sheet = sheets.filled(id, sheet(body.path("sheet")));
        VisitReport report = VisitReport.of(request, people(id, body.path("people")), sheet, text(body, "taskId"));
        long record = reports.report(report, actor);
        return ResponseEntity.status(repeated ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new Receipt(records.get(record).number()));
    }

    private Map<String, Object> sheet(JsonNode sheet) {
        if (!sheet.isObject()) {
            throw new InvalidInput(FieldProblem.of("sheet", "visit.api.body"));
        }
        return json.convertValue(sheet, SHEET);
    }

    private static UUID request(JsonNode id) {
        try {
            return UUID.fromString(id.asText());
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(FieldProblem.of("requestId", "visit.api.requestId"));
        }
    }

    private static List<Told> people(long id, JsonNode people) {
        List<Told> told = new ArrayList<>();
        for (JsonNode one : people) {
            JsonNode person = one.path("personId");
            if (!person.canConvertToLong()) {
                throw new InvalidInput(FieldProblem.of("people", "visit.api.people"));
            }
            told.add(new Told(
                    person.asLong(),
                    required(one, "outcome", Outcome.class),
                    code(one, "finding", Finding.class),
                    text(one, "refusalReason")));
        }
        if (told.isEmpty() || told.get(0).personId() != id) {
            throw new InvalidInput(FieldProblem.of("people", "visit.api.people"));
        }
        return told;
    }

    private static <E extends Enum<E>> E required(JsonNode of, String field, Class<E> type) {
        E code = code(of, field, type);
        if (code == null) {
            throw new InvalidInput(FieldProblem.of(field, "visit.api.people"));
        }
        return code;
    }

    private static <E extends Enum<E>> @Nullable E code(JsonNode of, String field, Class<E> type) {
        String text = text(of, field);
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(code -> code.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new InvalidInput(FieldProblem.of(field, "visit.api.code", text)));
    }

    private static @Nullable String text(JsonNode of, String field) {
        JsonNode value = of.path(field);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }
}
