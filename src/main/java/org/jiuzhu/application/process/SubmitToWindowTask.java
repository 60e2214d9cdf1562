package org.jiuzhu.application.process;

import static org.jiuzhu.application.process.ApplicationProcess.applicationId;

import java.util.Map;
import org.jiuzhu.application.Applications;
import org.jiuzhu.application.Submission;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The application is handed in at a 受理中心 and a receipt comes back. */
@Component
class SubmitToWindowTask extends ApplicationTask {

    private final Applications applications;
    private final Network network;
    private final Dates dates;
    private final Words words;

    SubmitToWindowTask(Applications applications, Network network, Dates dates, Words words) {
        super(applications);
        this.applications = applications;
        this.network = network;
        this.dates = dates;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ApplicationProcess.SUBMIT;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        String street = network.unit(application(task).place().streetCode()).name();
        return Map.of("window", words.say("application.window", street));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        applications.submit(
                applicationId(task),
                new Submission(
                        dates.past(answers::date, "submittedOn"),
                        answers.text("receiptNumber").strip(),
                        answers.text("window").strip()),
                by);
        return Map.of();
    }
}
