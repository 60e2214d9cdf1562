package org.jiuzhu.casefile;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jiuzhu.casefile.ServiceRefusal.Answer;
import org.jiuzhu.casefile.ServiceRefusal.Said;
import org.jiuzhu.lifecycle.ServiceRefused;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A household refuses, is asked once more by the station, and is left in peace if it means it. */
@Component
@Transactional
public class Refusals {

    private final RefusalStore store;
    private final CaseDesk cases;
    private final Messages messages;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Refusals(
            RefusalStore store,
            CaseDesk cases,
            Messages messages,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.messages = messages;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ServiceRefusal get(long id) {
        return store.findById(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "casefile.notFound"));
    }

    /** Said again before the station has asked, it changes nothing. A worry about safety makes it urgent [A]. */
    public void report(long caseId, Said said, Actor by) {
        if (store.findFirstByCaseIdAndAnsweredAtIsNullOrderByIdDesc(caseId).isPresent()) {
            return;
        }
        AssistanceCase about = cases.open(caseId);
        ServiceRefusal refusal = store.save(new ServiceRefusal(about, said, by.username(), clock.instant()));
        Map<String, String> told = new HashMap<>(Map.of("reason", said.code().name()));
        if (said.reason() != null) {
            told.put("note", said.reason());
        }
        timeline.add("case.serviceRefused", about.subject(), null, by, told);
        events.publishEvent(new ServiceRefused(about.householdId(), about.personId()));
        Map<String, @Nullable Object> variables = new HashMap<>();
        variables.put("refusalId", refusal.id());
        variables.put("safetyConcern", said.safetyConcern());
        variables.put("contactUrgency", (said.safetyConcern() ? Urgency.URGENT : about.urgency()).name());
        messages.happen("ServiceRefused", about.number(), variables);
    }

    public void answer(long refusalId, Answer answer, String note, Actor by) {
        ServiceRefusal refusal = get(refusalId);
        refusal.answered(answer, note, clock.instant());
        timeline.add(
                "case.refusalAnswered",
                cases.get(refusal.caseId()).subject(),
                null,
                by,
                Map.of("answer", answer.name(), "note", note));
    }
}
