package org.jiuzhu.application.process;

import static org.jiuzhu.application.process.ApplicationProcess.applicationId;

import java.util.Map;
import java.util.Objects;
import org.jiuzhu.application.Application;
import org.jiuzhu.application.ApplicationWords;
import org.jiuzhu.application.Applications;
import org.jiuzhu.application.Result;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The household hears the result, after a refusal how to appeal, and says what is next. */
@Component
class ExplainResultTask extends ApplicationTask {

    private final Applications applications;
    private final ApplicationWords words;
    private final Dates dates;

    ExplainResultTask(Applications applications, ApplicationWords words, Dates dates) {
        super(applications);
        this.applications = applications;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return ApplicationProcess.EXPLAIN_RESULT;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Application application = application(task);
        Result.Kind kind = kind(application);
        return Map.of(
                "resultText", words.result(application),
                "granted", kind == Result.Kind.GRANTED ? "YES" : "NO",
                "refused", kind == Result.Kind.REFUSED ? "YES" : "NO");
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        boolean refused = kind(application(task)) == Result.Kind.REFUSED;
        if (refused && !answers.yes("appealTold")) {
            throw new InvalidInput(FieldProblem.of("appealTold", "application.appealTold.first"));
        }
        applications.explainResult(
                applicationId(task),
                dates.past(answers::date, "explainedOn"),
                refused,
                answers.optionalText("planAgainReason"),
                by);
        return Map.of();
    }

    private static Result.Kind kind(Application application) {
        return Objects.requireNonNull(application.result()).kind();
    }
}
