package org.jiuzhu.casefile.process;

import static org.jiuzhu.casefile.process.AssistanceCaseProcess.caseId;

import java.util.Map;
import java.util.Optional;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.Outcome;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class CloseCaseTask implements TaskHandler {

    private final CaseDesk cases;

    CloseCaseTask(CaseDesk cases) {
        this.cases = cases;
    }

    @Override
    public String taskKey() {
        return "userTask_closeCase";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return cases.get(caseId(task)).subject();
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return reason(task)
                .<Map<String, Object>>map(reason -> Map.of("closeReason", reason.name()))
                .orElse(Map.of());
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        String closing = answers.text("closing");
        if ("CLOSE".equals(closing)) {
            cases.conclude(caseId(task), answers.choice("closeReason", Outcome.class), answers.text("summary"), by);
        } else {
            cases.sendBack(caseId(task), answers.text("summary"), by);
        }
        return Map.of(AssistanceCaseProcess.CLOSING, closing);
    }

    /** The way the case came makes its end plain; the last thing that happened speaks first. */
    private static Optional<Outcome> reason(TaskContext task) {
        if (task.optional("conferenceDecision") != null) {
            return Optional.of(Outcome.CONFERENCE);
        }
        if (Boolean.TRUE.equals(task.optional("resolved"))) {
            return Optional.of(Outcome.RESOLVED);
        }
        if ("REFUSED".equals(task.optional("planOutcome"))) {
            return Optional.of(Outcome.PLAN_REFUSED);
        }
        if ("CONSENT_REFUSED".equals(task.optional("assessmentOutcome"))
                || "CONSENT_WITHDRAWN".equals(task.optional("assessmentOutcome"))) {
            return Optional.of(Outcome.CONSENT_REFUSED);
        }
        if (Boolean.FALSE.equals(task.optional("helpNeeded"))) {
            return Optional.of(Outcome.NO_HELP_NEEDED);
        }
        return Boolean.FALSE.equals(task.optional("verified")) ? Optional.of(Outcome.NOT_VERIFIED) : Optional.empty();
    }
}
