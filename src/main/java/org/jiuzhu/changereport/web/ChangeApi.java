package org.jiuzhu.changereport.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.changereport.Answered;
import org.jiuzhu.changereport.ChangeIntake;
import org.jiuzhu.changereport.NewChangeReport;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.view.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Machines report changes: {@code ref}, {@code idNumber} or {@code name} with {@code phone}, {@code committeeCode},
 * {@code kind}, {@code happenedOn}, {@code story}, {@code cannotWait}. A machine cannot be asked whom it means: what is
 * not certain is handed in as a lead, and nothing is lost.
 */
@RestController
@RequestMapping(path = "/api/v1/change-reports", produces = MediaType.APPLICATION_JSON_VALUE)
class ChangeApi {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final ChangeIntake intake;
    private final CurrentActor actors;

    ChangeApi(ChangeIntake intake, CurrentActor actors) {
        this.intake = intake;
        this.actors = actors;
    }

    /** @param status {@code REPORTED}, or {@code LEAD} with the lead's number */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Receipt(String number, String status) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> report(@RequestBody JsonNode body) {
        Actor by = Reporters.check(actors.get());
        if (!body.isObject()) {
            throw new InvalidInput(FieldProblem.of("body", "changereport.body"));
        }
        Typed typed = new Typed(values(body));
        String ref = typed.text("ref");
        if (ref == null || !REFERENCE.matcher(ref).matches()) {
            typed.wrong("ref", "changereport.ref");
        }
        String story = typed.text("story");
        String cannotWait = typed.text("cannotWait");
        NewChangeReport told = new NewChangeReport(
                ref == null ? "" : ref,
                null,
                typed.text("name"),
                typed.text("idNumber"),
                typed.text("phone"),
                typed.text("committeeCode"),
                typed.requiredCode("kind", ChangeKind.class, ChangeKind.OTHER),
                typed.date("happenedOn"),
                story == null ? "" : story,
                "true".equalsIgnoreCase(cannotWait) || "YES".equals(cannotWait));
        if (!typed.holds()) {
            throw new InvalidInput(typed.problems());
        }
        return receipt(intake.fromOutside(told, by));
    }

    private static ResponseEntity<Receipt> receipt(Answered answered) {
        if (answered instanceof Answered.Taken taken) {
            return ResponseEntity.status(taken.again() ? HttpStatus.OK : HttpStatus.CREATED)
                    .body(new Receipt(taken.number(), "REPORTED"));
        }
        if (answered instanceof Answered.AsLead lead) {
            return ResponseEntity.status(HttpStatus.CREATED).body(new Receipt(lead.leadNumber(), "LEAD"));
        }
        throw new IllegalStateException("a machine is never asked back");
    }

    private static MultiValueMap<String, String> values(JsonNode body) {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        body.fields().forEachRemaining(field -> {
            JsonNode value = field.getValue();
            if (!value.isNull()) {
                values.add(
                        field.getKey(),
                        (value.isValueNode() ? value.asText() : value.toString()).replace("\u0000", ""));
            }
        });
        return values;
    }
}
