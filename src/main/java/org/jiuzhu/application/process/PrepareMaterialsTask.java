package org.jiuzhu.application.process;

import static org.jiuzhu.application.process.ApplicationProcess.applicationId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuzhu.application.Application;
import org.jiuzhu.application.Applications;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The papers come together; what the windows share among themselves nobody asks for again (条例 46). */
@Component
class PrepareMaterialsTask extends ApplicationTask {

    private static final List<String> USUALLY_SHARED =
            List.of("ID_CARD", "HUKOU", "MARRIAGE", "DISABILITY", "SOCIAL_SECURITY", "ASSISTANCE");

    private final Applications applications;

    PrepareMaterialsTask(Applications applications) {
        super(applications);
        this.applications = applications;
    }

    @Override
    public String taskKey() {
        return ApplicationProcess.PREPARE_MATERIALS;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Application application = application(task);
        Map<String, Object> data = new HashMap<>();
        data.put("materials", application.materials());
        data.put("sharedProofs", application.sharedProofs().isEmpty() ? USUALLY_SHARED : application.sharedProofs());
        data.put("returned", application.missing() == null ? "NO" : "YES");
        if (application.missing() != null) {
            data.put("missing", application.missing());
        }
        return data;
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        boolean prepared = answers.yes("prepared");
        if (prepared) {
            applications.prepare(applicationId(task), answers.choices("materials"), answers.choices("sharedProofs"));
        } else {
            applications.giveUp(applicationId(task), answers.text("giveUpReason"), by);
        }
        return Map.of(ApplicationProcess.PREPARED, prepared);
    }
}
