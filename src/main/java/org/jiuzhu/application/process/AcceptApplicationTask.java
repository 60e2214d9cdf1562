package org.jiuzhu.application.process;

import static org.jiuzhu.application.process.ApplicationProcess.applicationId;

import java.util.Map;
import org.jiuzhu.application.ApplicationWords;
import org.jiuzhu.application.Applications;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The station's window accepts the application, or says what is missing. */
@Component
class AcceptApplicationTask extends ApplicationTask {

    private final Applications applications;
    private final ApplicationWords words;
    private final Dates dates;

    AcceptApplicationTask(Applications applications, ApplicationWords words, Dates dates) {
        super(applications);
        this.applications = applications;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return ApplicationProcess.ACCEPT;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return Map.of("submissionText", words.submission(application(task)));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        boolean accepted = "ACCEPTED".equals(answers.text("acceptance"));
        if (accepted) {
            applications.accept(applicationId(task), dates.past(answers::date, "acceptedOn"), by);
        } else {
            applications.returnForMaterials(applicationId(task), answers.text("missing"), by);
        }
        return Map.of(ApplicationProcess.ACCEPTED, accepted);
    }
}
