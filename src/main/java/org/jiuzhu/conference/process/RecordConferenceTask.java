package org.jiuzhu.conference.process;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuzhu.conference.Conference;
import org.jiuzhu.conference.Conferences;
import org.jiuzhu.household.Households;
import org.jiuzhu.network.Network;
import org.jiuzhu.resource.Libraries;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.ClaimGate;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The station lead writes down what was decided, and why. */
@Component
class RecordConferenceTask implements TaskHandler {

    private final Conferences conferences;
    private final Households households;
    private final Network network;
    private final ClaimGate gate;
    private final Libraries libraries;
    private final Dates dates;
    private final Words words;

    RecordConferenceTask(
            Conferences conferences,
            Households households,
            Network network,
            ClaimGate gate,
            Libraries libraries,
            Dates dates,
            Words words) {
        this.conferences = conferences;
        this.households = households;
        this.network = network;
        this.gate = gate;
        this.libraries = libraries;
        this.dates = dates;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ConferenceProcess.RECORD;
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return ConferenceProcess.subject(conferences.get(ConferenceProcess.conferenceId(task)), households, task);
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Conference conference = conferences.get(ConferenceProcess.conferenceId(task));
        Locale locale = LocaleContextHolder.getLocale();
        List<Map<String, String>> consultants = ConferenceProcess.consultants(network, gate, conference);
        Map<String, Object> data = new HashMap<>();
        data.put("consultants", consultants);
        data.put(
                "decisions",
                conference.reason().decisions().stream()
                        .map(d -> Map.of("value", d.name(), "label", words.say("conference.decision." + d)))
                        .toList());
        data.put(
                "resources",
                libraries.resources(conference.where().streetCode()).stream()
                        .map(r -> Map.of("value", String.valueOf(r.id()), "label", r.name(locale)))
                        .toList());
        if (conference.meetingOn() != null) {
            data.put("heldOn", conference.meetingOn().toString());
        }
        data.put(
                "attended",
                consultants.stream()
                        .filter(c -> conference.consultants().contains(c.get("value")))
                        .map(c -> String.valueOf(c.get("label")))
                        .collect(Collectors.joining("、")));
        return data;
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        Conference.Decision decision = answers.choice(ConferenceProcess.DECISION, Conference.Decision.class);
        String resource = answers.optionalText("resourceId");
        conferences.decide(
                ConferenceProcess.conferenceId(task),
                new Conference.Decided(
                        dates.past(answers::date, "heldOn"),
                        answers.text("attended"),
                        decision,
                        resource == null ? null : Long.valueOf(resource),
                        answers.optionalText("responsible"),
                        answers.text("decisionReason"),
                        answers.optionalText("minutes")));
        return Map.of(ConferenceProcess.DECISION, decision.name());
    }
}
