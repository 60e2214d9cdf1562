package org.jiuzhu.application.process;

import static org.jiuzhu.application.process.ApplicationProcess.applicationId;

import java.util.List;
import java.util.Map;
import org.jiuzhu.application.Applications;
import org.jiuzhu.application.Commitment;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Consultant.Position;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The applicant signs a credit commitment; in principle nothing is submitted without one (PT(一)). */
@Component
class RecordCreditCommitmentTask extends ApplicationTask {

    private final Applications applications;
    private final Network network;
    private final Dates dates;

    RecordCreditCommitmentTask(Applications applications, Network network, Dates dates) {
        super(applications);
        this.applications = applications;
        this.network = network;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return ApplicationProcess.RECORD_COMMITMENT;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return Map.of("approvers", approvers(task));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        Commitment given = new Commitment(
                answers.choice("commitment", Commitment.Kind.class),
                dates.past(answers::date, "commitmentOn"),
                answers.optionalText("commitmentBy"),
                answers.optionalText("commitmentReason"),
                answers.optionalText("approvedBy"));
        applications.commit(applicationId(task), given, by);
        return Map.of(ApplicationProcess.COMMITTED, given.stands());
    }

    /** The station's leads answer for an exception [A]: the notice does not say who may allow it. */
    private List<Map<String, String>> approvers(TaskContext task) {
        return network.consultantsAt(application(task).place().streetCode()).stream()
                .filter(c -> c.position() == Position.STATION_LEAD && c.filing() == Consultant.Filing.FILED)
                .map(c -> Map.of("value", c.username(), "label", c.displayName()))
                .toList();
    }
}
