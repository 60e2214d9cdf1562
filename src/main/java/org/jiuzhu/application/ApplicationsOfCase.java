package org.jiuzhu.application;

import java.util.List;
import org.jiuzhu.lifecycle.CaseMeasures;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The applications as their case's page tells them. */
@Component
class ApplicationsOfCase implements CaseMeasures {

    private final Applications applications;
    private final ApplicationWords say;
    private final Words words;

    ApplicationsOfCase(Applications applications, ApplicationWords say, Words words) {
        this.applications = applications;
        this.say = say;
        this.words = words;
    }

    @Override
    public List<Measure> of(long caseId) {
        return applications.ofCase(caseId).stream()
                .map(application -> new Measure(
                        application.needId(),
                        application.number(),
                        "/applications/" + application.number(),
                        say.state(application),
                        words.say("application.status." + application.status()),
                        detail(application)))
                .toList();
    }

    private @Nullable String detail(Application application) {
        Result result = application.result();
        if (result != null) {
            return words.say(
                    "application.detail.result",
                    say.policy(application),
                    words.say("application.result." + result.kind()));
        }
        Submission submission = application.submission();
        if (submission != null) {
            return words.say("application.detail", say.policy(application), submission.receiptNumber());
        }
        return application.policyCode() == null ? null : say.policy(application);
    }
}
