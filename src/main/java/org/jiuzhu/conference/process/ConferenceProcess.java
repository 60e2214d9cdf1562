package org.jiuzhu.conference.process;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuzhu.conference.Conference;
import org.jiuzhu.household.Households;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.ClaimGate;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskSubject;

/** The names in {@code case-conference.bpmn}, and what its two tasks share. */
final class ConferenceProcess {

    static final String CONVENE = "userTask_conveneConference";
    static final String RECORD = "userTask_recordConference";
    static final String DECISION = "conferenceDecision";

    private ConferenceProcess() {}

    static long conferenceId(TaskContext task) {
        return task.longVar("conferenceId");
    }

    static TaskSubject subject(Conference conference, Households households, TaskContext task) {
        return households.subject(
                conference.number(),
                conference.householdId(),
                conference.caseId(),
                Urgency.valueOf(task.stringVar("urgency")));
    }

    /** The filed consultants of the station and the point, relatives excluded, as a form's options. */
    static List<Map<String, String>> consultants(Network network, ClaimGate gate, Conference conference) {
        Set<String> relatives = gate.excludedFrom(conference.householdId());
        return Stream.of(conference.where().streetCode(), conference.where().pointCode())
                .filter(code -> code != null)
                .flatMap(code -> network.consultantsAt(code).stream())
                .filter(c -> c.filing() == Consultant.Filing.FILED && !relatives.contains(c.username()))
                .map(c -> Map.of("value", c.username(), "label", c.displayName()))
                .toList();
    }
}
