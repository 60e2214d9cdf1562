package org.jiuzhu.application;

import java.util.Locale;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.resource.Libraries;
import org.jiuzhu.resource.Policy;
import org.jiuzhu.shared.Words;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** An application in the reader's words. */
@Component
public class ApplicationWords {

    private final Libraries libraries;
    private final DueWords days;
    private final Words words;

    ApplicationWords(Libraries libraries, DueWords days, Words words) {
        this.libraries = libraries;
        this.days = days;
        this.words = words;
    }

    /** The policy's name; its code where the library no longer has it, and nothing before one was explained. */
    public String policy(Application application) {
        String code = application.policyCode();
        Locale locale = LocaleContextHolder.getLocale();
        return code == null
                ? ""
                : libraries.policies(application.place().streetCode()).stream()
                        .filter(policy -> policy.code().equals(code))
                        .map((Policy policy) -> policy.name(locale))
                        .findFirst()
                        .orElse(code);
    }

    /** A due state's name, as the style sheets have it. */
    public String state(Application application) {
        if (!application.status().isSettled()) {
            return "upcoming";
        }
        Result result = application.result();
        return result != null && result.kind() == Result.Kind.GRANTED ? "met" : "cancelled";
    }

    /** Policy, day, window and receipt. */
    public String submission(Application application) {
        Submission submission = application.submission();
        return submission == null
                ? policy(application)
                : words.say(
                        "application.submission",
                        policy(application),
                        days.day(submission.on()),
                        submission.window(),
                        submission.receiptNumber());
    }

    /** What was decided, when, and the reasons given. */
    public String result(Application application) {
        Result result = application.result();
        if (result == null) {
            return "";
        }
        String decided = words.say(
                "application.decided",
                policy(application),
                words.say("application.result." + result.kind()),
                days.day(result.on()),
                result.reference());
        return result.note() == null ? decided : decided + "\n\n" + result.note();
    }
}
