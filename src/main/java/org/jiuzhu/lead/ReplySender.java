package org.jiuzhu.lead;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.shared.JiuzhuProperties;
import org.jiuzhu.shared.database.DataScopes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Posts answers to the hotline until it has them. A row stays locked while it is posted, so that two nodes never post
 * one answer at a time; a node that dies after the hotline accepted posts again under the same Idempotency-Key.
 */
@Component
class ReplySender {

    private static final Logger log = LoggerFactory.getLogger(ReplySender.class);

    private final LeadReplies replies;
    private final LeadRepository leads;
    private final MessageSource messages;
    private final DataScopes scopes;
    private final TransactionTemplate transaction;
    private final RestClient http;
    private final @Nullable URI url;

    ReplySender(
            LeadReplies replies,
            LeadRepository leads,
            MessageSource messages,
            DataScopes scopes,
            TransactionTemplate transaction,
            LeadSettings settings,
            JiuzhuProperties properties) {
        this.replies = replies;
        this.leads = leads;
        this.messages = messages;
        this.scopes = scopes;
        this.transaction = transaction;
        this.url = properties.hotline().replyUrl();
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.replyTimeout())
                .build());
        requests.setReadTimeout(settings.replyTimeout());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** Everything that is due now; an answer that fails waits longer each time and holds up no other. */
    @Scheduled(
            fixedDelayString = "${jiuzhu.lead.reply-interval:PT30S}",
            initialDelayString = "${jiuzhu.lead.reply-interval:PT30S}")
    void sendDue() {
        if (url == null) {
            return;
        }
        while (Boolean.TRUE.equals(
                scopes.asSystem("hotline replies", () -> transaction.execute(status -> sendNext(url))))) {
            // until nothing is due
        }
    }

    private boolean sendNext(URI to) {
        Optional<Answer> next = replies.lockNext();
        next.ifPresent(answer -> {
            if (post(answer, leads.findById(answer.leadId()).orElseThrow(), to)) {
                replies.sent(answer);
            } else {
                replies.failed(answer);
            }
        });
        return next.isPresent();
    }

    private boolean post(Answer answer, Lead lead, URI to) {
        try {
            http.post()
                    .uri(to)
                    .contentType(MediaType.APPLICATION_JSON)
                    .header("Idempotency-Key", lead.number() + ":" + answer.kind())
                    .body(body(answer, lead))
                    .retrieve()
                    .toBodilessEntity();
            return true;
        } catch (RestClientException refused) {
            log.warn(
                    "The answer {} to {} was not accepted: {}",
                    answer.kind(),
                    lead.number(),
                    refused.getClass().getSimpleName());
            return false;
        }
    }

    private Map<String, @Nullable Object> body(Answer answer, Lead lead) {
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        body.put("number", lead.number());
        body.put("sourceRef", lead.sourceRef());
        body.put("status", answer.kind().state().name());
        body.put("text", AnswerText.of(answer, lead, messages, Locale.SIMPLIFIED_CHINESE));
        body.put("answeredAt", answer.createdAt().toString());
        return body;
    }
}
