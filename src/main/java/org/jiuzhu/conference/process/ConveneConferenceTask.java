package org.jiuzhu.conference.process;

import java.util.Map;
import org.jiuzhu.conference.Conference;
import org.jiuzhu.conference.Conferences;
import org.jiuzhu.household.Households;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.ClaimGate;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The station lead calls people together. */
@Component
class ConveneConferenceTask implements TaskHandler {

    private final Conferences conferences;
    private final Households households;
    private final Network network;
    private final ClaimGate gate;
    private final Dates dates;
    private final Words words;

    ConveneConferenceTask(
            Conferences conferences, Households households, Network network, ClaimGate gate, Dates dates, Words words) {
        this.conferences = conferences;
        this.households = households;
        this.network = network;
        this.gate = gate;
        this.dates = dates;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ConferenceProcess.CONVENE;
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return ConferenceProcess.subject(conferences.get(ConferenceProcess.conferenceId(task)), households, task);
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Conference conference = conferences.get(ConferenceProcess.conferenceId(task));
        return Map.of(
                "reasonText", words.say("conference.reason." + conference.reason()),
                "consultants", ConferenceProcess.consultants(network, gate, conference));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        conferences.convene(
                ConferenceProcess.conferenceId(task),
                dates.comingOrToday(answers::date, "meetingOn"),
                answers.text("place"),
                answers.choices("consultants"),
                answers.choices("departments"),
                answers.text("question"));
        return Map.of();
    }
}
