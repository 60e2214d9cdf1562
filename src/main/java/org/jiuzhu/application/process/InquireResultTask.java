package org.jiuzhu.application.process;

import static org.jiuzhu.application.process.ApplicationProcess.applicationId;

import java.util.Map;
import org.jiuzhu.application.ApplicationResults;
import org.jiuzhu.application.ApplicationWords;
import org.jiuzhu.application.Applications;
import org.jiuzhu.application.Result;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A result that does not come is asked for. */
@Component
class InquireResultTask extends ApplicationTask {

    private final Applications applications;
    private final ApplicationResults results;
    private final ApplicationWords words;
    private final Dates dates;

    InquireResultTask(Applications applications, ApplicationResults results, ApplicationWords words, Dates dates) {
        super(applications);
        this.applications = applications;
        this.results = results;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return ApplicationProcess.INQUIRE;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return Map.of("submissionText", words.submission(application(task)));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        dates.past(answers::date, "inquiredOn");
        boolean decided = "DECIDED".equals(answers.text("inquiry"));
        if (decided) {
            results.learnt(
                    applicationId(task),
                    new Result(
                            answers.choice("result", Result.Kind.class),
                            dates.past(answers::date, "decidedOn"),
                            answers.text("reference").strip(),
                            answers.optionalText("resultNote")),
                    by);
        } else {
            applications.stillPending(applicationId(task), answers.text("said"), by);
        }
        return Map.of(ApplicationProcess.RESULT_THERE, decided);
    }
}
