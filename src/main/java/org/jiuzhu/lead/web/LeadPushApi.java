package org.jiuzhu.lead.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.lead.Push;
import org.jiuzhu.lead.PushBody;
import org.jiuzhu.lead.PushIntake;
import org.jiuzhu.lead.PushLog;
import org.jiuzhu.lead.PushRow;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The monitoring platform's door (CS 六(三), PT(十六)): up to 10,000 entries at a time, kept and answered at once with a
 * number, under which it is told row by row what became of them.
 */
@RestController
@RequestMapping(path = "/api/v1/lead-pushes", produces = MediaType.APPLICATION_JSON_VALUE)
class LeadPushApi {

    private static final int MOST_MEGABYTES = 16;
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final PushIntake intake;
    private final PushLog log;
    private final PushWords words;
    private final CurrentActor actors;

    LeadPushApi(PushIntake intake, PushLog log, PushWords words, CurrentActor actors) {
        this.intake = intake;
        this.log = log;
        this.words = words;
        this.actors = actors;
    }

    record Receipt(String number, int entries, String status) {}

    /** @param next where the next page of rows is; missing on the last one */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Standing(
            String number,
            String status,
            OffsetDateTime receivedAt,
            @Nullable OffsetDateTime finishedAt,
            int entries,
            int accepted,
            int duplicates,
            int rejected,
            int waiting,
            List<Row> rows,
            @Nullable String next) {}

    /** @param lead the number of the lead it became, or of the one it repeats */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Row(
            int row,
            String status,
            @Nullable String sourceRef,
            @Nullable String lead,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PushWords.Problem> problems) {}

    /** @param reference the client's own; the same one again changes nothing and gets the first one's number */
    @PostMapping(
            consumes = {
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.APPLICATION_NDJSON_VALUE,
                "application/ndjson",
                "application/jsonl"
            })
    ResponseEntity<Receipt> push(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String reference,
            HttpServletRequest request)
            throws IOException {
        Actor actor = actors.get();
        if (!actor.has(Reporting.PUSH)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "lead.push.notYours");
        }
        if (reference != null && !REFERENCE.matcher(reference).matches()) {
            throw new InvalidInput(FieldProblem.of("Idempotency-Key", "lead.push.refForm"));
        }
        PushIntake.Receipt receipt = intake.receive(PushBody.read(body(request), isLines(request)), reference, actor);
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(java.net.URI.create("/api/v1/lead-pushes/" + receipt.number()))
                .body(new Receipt(receipt.number(), receipt.entries(), "RECEIVED"));
    }

    /** @param errors only the rows that were refused */
    @GetMapping("/{number}")
    Standing read(
            @PathVariable String number,
            @RequestParam(defaultValue = "false") boolean errors,
            @RequestParam(defaultValue = "0") int after) {
        Actor actor = actors.get();
        boolean client = actor.has(Reporting.PUSH);
        Optional<Push> known =
                client ? log.find(number, actor) : Reporting.maySeePushes(actor) ? log.find(number) : Optional.empty();
        Push push = known.orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "lead.push.notFound"));
        PushLog.Page page = client ? log.rows(push, errors, after, actor) : log.rows(push, errors, after);
        return new Standing(
                push.number(),
                PushWords.status(push),
                local(push.receivedAt()),
                push.finishedAt() == null ? null : local(push.finishedAt()),
                push.entries(),
                push.accepted(),
                push.duplicates(),
                push.rejected(),
                push.entries() - push.settled(),
                page.rows().stream().map(this::row).toList(),
                page.next() == null
                        ? null
                        : "/api/v1/lead-pushes/" + number + "?after=" + page.next() + (errors ? "&errors=true" : ""));
    }

    private Row row(PushRow row) {
        return new Row(row.row(), row.state().name(), row.sourceRef(), row.leadNumber(), words.problems(row));
    }

    private static boolean isLines(HttpServletRequest request) {
        return !MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(request.getContentType()));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        int most = MOST_MEGABYTES * 1024 * 1024;
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new InvalidInput(FieldProblem.of("body", "lead.push.tooLarge", String.valueOf(MOST_MEGABYTES)));
        }
        return body;
    }

    private static OffsetDateTime local(Instant instant) {
        return instant.atZone(ProductClock.ZONE).toOffsetDateTime();
    }
}
