package org.jiuzhu.application.web;

import com.fasterxml.jackson.databind.JsonNode;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.application.ApplicationResults;
import org.jiuzhu.application.ApplicationResults.Receipt;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where those who decide on applications send what they decided. */
@RestController
@RequestMapping("/api/v1/application-results")
class ApplicationApi {

    private static final String WINDOW = "windowClient";

    private final ApplicationResults results;
    private final ResultJson json;
    private final CurrentActor actors;

    ApplicationApi(ApplicationResults results, ResultJson json, CurrentActor actors) {
        this.results = results;
        this.json = json;
        this.actors = actors;
    }

    /** @param status RECEIVED, or LATE where nothing waited for the result any more; it is kept either way */
    record Answer(String reference, String application, String status) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Answer> receive(@RequestBody JsonNode body) {
        Actor actor = actors.get();
        if (!actor.has(WINDOW)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "application.mayNotReport");
        }
        ResultJson.Sent sent = json.read(body);
        Receipt receipt = results.receive(actor.username(), sent.application(), sent.result(), actor);
        return ResponseEntity.status(receipt.repeated() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(new Answer(
                        receipt.reference(),
                        receipt.number(),
                        receipt.standing().name()));
    }
}
