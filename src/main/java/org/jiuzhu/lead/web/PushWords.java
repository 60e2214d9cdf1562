package org.jiuzhu.lead.web;

import java.util.List;
import org.jiuzhu.lead.Push;
import org.jiuzhu.lead.PushRow;
import org.jiuzhu.shared.Words;
import org.springframework.stereotype.Component;

/** Says in the reader's language why an entry of a push was refused. */
@Component
class PushWords {

    private final Words words;

    PushWords(Words words) {
        this.words = words;
    }

    /** @param expected what the field should hold */
    record Problem(String field, String expected, String reason) {}

    List<Problem> problems(PushRow row) {
        return row.problems().stream()
                .map(problem -> new Problem(
                        problem.field(),
                        words.say("lead.expected." + problem.field()),
                        words.say(problem.messageKey(), problem.args().toArray())))
                .toList();
    }

    static String status(Push push) {
        return push.isFinished() ? "DONE" : push.settled() == 0 ? "RECEIVED" : "RUNNING";
    }
}
