package org.jiuzhu.casefile.process;

import java.util.Objects;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.casefile.ServiceRefusal;
import org.jiuzhu.casefile.WithdrawnConsent;
import org.jiuzhu.shared.Words;
import org.springframework.stereotype.Component;

/** What happened, as its task shows it before anybody answers. */
@Component
class LifeWords {

    private final DueWords days;
    private final Words words;

    LifeWords(DueWords days, Words words) {
        this.days = days;
        this.words = words;
    }

    String refusal(ServiceRefusal refusal) {
        ServiceRefusal.Said said = refusal.said();
        return words.say(
                        said.safetyConcern() ? "casefile.refusal.summary.unsafe" : "casefile.refusal.summary",
                        days.day(said.on()),
                        words.say("casefile.refusal.reason." + said.code()))
                + "\n\n"
                + Objects.requireNonNullElse(refusal.answerNote(), Objects.requireNonNullElse(said.reason(), ""));
    }

    String withdrawal(WithdrawnConsent withdrawn) {
        return words.say("casefile.withdrawal.summary." + withdrawn.consent(), days.day(withdrawn.withdrawnOn()));
    }

    /** A change of a kind that has no words of its own is a change all the same. */
    String change(String kind) {
        return words.say("casefile.change.summary", words.sayOr("casefile.change." + kind, kind));
    }
}
