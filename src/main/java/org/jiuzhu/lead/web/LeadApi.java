package org.jiuzhu.lead.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.lead.Answer;
import org.jiuzhu.lead.Lead;
import org.jiuzhu.lead.LeadChecks;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadReader;
import org.jiuzhu.lead.LeadReceipt;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.NewLead;
import org.jiuzhu.lead.TicketJson;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The hotline's door: tickets in, answers out. A ticket is never refused for what it says about somebody; a consultant's
 * message is, field by field, because the consultant can still ask (src/docs/bad-input.md).
 */
@RestController
@RequestMapping(path = "/api/v1/leads", produces = MediaType.APPLICATION_JSON_VALUE)
class LeadApi {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final LeadIntake intake;
    private final LeadChecks checks;
    private final LeadReader reader;
    private final CurrentActor actors;

    LeadApi(LeadIntake intake, LeadChecks checks, LeadReader reader, CurrentActor actors) {
        this.intake = intake;
        this.checks = checks;
        this.reader = reader;
        this.actors = actors;
    }

    /** @param replyDueAt exclusive: 24:00 of a day is 0:00 of the next */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Receipt(String number, String status, @Nullable OffsetDateTime replyDueAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Status(String number, String status, @Nullable OffsetDateTime replyDueAt, List<Said> answers) {}

    record Said(String status, String text, OffsetDateTime answeredAt) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Receipt> report(@RequestBody JsonNode body) {
        Actor actor = actors.get();
        if (!body.isObject()) {
            throw new InvalidInput(FieldProblem.of("body", "lead.body.unreadable"));
        }
        TicketJson ticket = new TicketJson(body);
        LeadSource source = Reporting.source(ticket.text("source"), actor);
        NewLead lead = ticket.lead(source, reference(ticket.text("sourceRef")), actor.orgCode());
        if (lead.story() == null && lead.said().name() == null && lead.said().idNumber() == null) {
            throw new InvalidInput(FieldProblem.of("story", "lead.story.required"));
        }
        if (!actor.has(Reporting.HOTLINE)) {
            List<FieldProblem> problems = checks.problems(lead);
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems);
            }
        }
        LeadReceipt receipt = intake.receive(lead, actor);
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new Receipt(receipt.number(), receipt.status().name(), local(receipt.replyDueAt())));
    }

    /** How a lead stands, by the source's own reference or by our number. */
    @GetMapping("/{source}/{ref}")
    Status status(@PathVariable String source, @PathVariable String ref, Locale language) {
        LeadReader.Standing standing = Reporting.known(source)
                .flatMap(known -> find(known, ref))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "lead.notFound"));
        Lead lead = standing.lead();
        return new Status(
                lead.number(),
                lead.state().name(),
                local(lead.replyDueAt()),
                standing.answers().stream()
                        .map(answer -> said(answer, lead, language))
                        .toList());
    }

    private Optional<LeadReader.Standing> find(LeadSource source, String ref) {
        Actor actor = actors.get();
        LeadSource own = actor.has(Reporting.HOTLINE)
                ? LeadSource.HOTLINE_12345
                : actor.has(Reporting.PUSH) ? LeadSource.PUSH : null;
        if (own == null) {
            return reader.find(source, ref);
        }
        return source == own ? reader.fetch(source, ref) : Optional.empty();
    }

    private Said said(Answer answer, Lead lead, Locale language) {
        return new Said(
                answer.kind().name(),
                reader.text(answer, lead, language),
                answer.createdAt().atZone(ProductClock.ZONE).toOffsetDateTime());
    }

    private static @Nullable String reference(@Nullable String given) {
        if (given != null && !REFERENCE.matcher(given).matches()) {
            throw new InvalidInput(FieldProblem.of("sourceRef", "lead.sourceRef.form"));
        }
        return given;
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(ProductClock.ZONE).toOffsetDateTime();
    }
}
