package org.jiuzhu.application.process;

import static org.jiuzhu.application.process.ApplicationProcess.applicationId;

import java.util.Map;
import org.jiuzhu.application.Application;
import org.jiuzhu.application.Application.Eligibility;
import org.jiuzhu.application.Applications;
import org.jiuzhu.household.Needs;
import org.jiuzhu.resource.Libraries;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The household hears which policy may fit (V2); whether it does, others decide. */
@Component
class ExplainPolicyTask extends ApplicationTask {

    private final Applications applications;
    private final Needs needs;
    private final Libraries libraries;
    private final Dates dates;
    private final Words words;

    ExplainPolicyTask(Applications applications, Needs needs, Libraries libraries, Dates dates, Words words) {
        super(applications);
        this.applications = applications;
        this.needs = needs;
        this.libraries = libraries;
        this.dates = dates;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return ApplicationProcess.EXPLAIN_POLICY;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Application application = application(task);
        String category = needs.get(application.needId()).category();
        return Map.of(
                "needText",
                words.sayOr("need." + category, category),
                "policies",
                libraries.policies(application.place().streetCode()).stream()
                        .map(policy ->
                                Map.of("value", policy.code(), "label", policy.name(LocaleContextHolder.getLocale())))
                        .toList());
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        long id = applicationId(task);
        boolean applying = answers.yes("applying");
        applications.explain(
                id,
                answers.text("policyCode"),
                answers.choice("eligibility", Eligibility.class),
                dates.past(answers::date, "explainedOn"));
        if (!applying) {
            applications.declineToApply(id, answers.optionalText("declineReason"), by);
        }
        return Map.of(ApplicationProcess.APPLYING, applying);
    }
}
