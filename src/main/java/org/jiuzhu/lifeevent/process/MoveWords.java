package org.jiuzhu.lifeevent.process;

import java.util.Map;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.lifeevent.HouseholdMove;
import org.jiuzhu.lifeevent.Moves;
import org.jiuzhu.shared.Words;
import org.springframework.stereotype.Component;

/** What both stations read of a move before they answer. */
@Component
class MoveWords {

    private final Moves moves;
    private final DueWords days;
    private final Words words;

    MoveWords(Moves moves, DueWords days, Words words) {
        this.moves = moves;
        this.days = days;
        this.words = words;
    }

    Map<String, Object> of(HouseholdMove move) {
        return Map.of(
                "moveSummary",
                words.say(
                                "lifeevent.move.summary",
                                move.briefName(),
                                moves.name(move.fromOrg()),
                                moves.name(move.toOrg()),
                                days.day(move.moveOn()))
                        + "\n\n" + move.reason());
    }
}
