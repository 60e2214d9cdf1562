package org.jiuzhu.visit.process;

import org.jiuzhu.cadence.Window;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.VisitRefusals;
import org.jiuzhu.visit.VisitRefusals.Answer;
import org.jiuzhu.visit.VisitWindows;
import org.jiuzhu.visit.VisitWindows.Stored;
import org.springframework.stereotype.Component;

/** A window and a refusal in words, as their tasks show them before anybody answers. */
@Component
class VisitWords {

    private final VisitWindows windows;
    private final VisitRefusals refusals;
    private final DueWords days;
    private final Words words;

    VisitWords(VisitWindows windows, VisitRefusals refusals, DueWords days, Words words) {
        this.windows = windows;
        this.refusals = refusals;
        this.days = days;
        this.words = words;
    }

    /** From when to when, how many visits by what, and how many there were. */
    String owed(Stored stored) {
        Window window = stored.window();
        return words.say(
                "visit.task.owed",
                days.day(window.span().start()),
                days.day(window.span().end().minusDays(1)),
                window.duty().count(),
                words.say("visit.task.channels." + window.duty().channels()),
                windows.state(stored.id()).done());
    }

    /** What the person wants instead of visits at home; empty where nothing was agreed. */
    String wish(long personId) {
        return refusals.latestAnswer(personId)
                .map(VisitRefusals.Stored::answer)
                .filter(answer -> answer == Answer.PHONE || answer == Answer.OTHER_CONSULTANT)
                .map(answer -> words.say("visit.task.wish." + answer))
                .orElse("");
    }

    String refused(VisitRefusals.Stored refusal) {
        return words.say("visit.task.refused", days.day(refusal.refusedOn()));
    }
}
