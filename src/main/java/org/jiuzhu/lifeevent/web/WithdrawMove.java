package org.jiuzhu.lifeevent.web;

import java.util.Map;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.household.Households;
import org.jiuzhu.lifeevent.HouseholdMove;
import org.jiuzhu.lifeevent.Moves;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.PageAction;
import org.springframework.stereotype.Component;

/** The side that proposed a move takes it back before the day has come. */
@Component
class WithdrawMove implements PageAction {

    private final Moves moves;
    private final Households households;
    private final DueWords days;
    private final Words words;

    WithdrawMove(Moves moves, Households households, DueWords days, Words words) {
        this.moves = moves;
        this.households = households;
        this.days = days;
        this.words = words;
    }

    @Override
    public String key() {
        return "withdraw-move";
    }

    @Override
    public About about() {
        return About.HOUSEHOLD;
    }

    @Override
    public String module() {
        return "lifeevent";
    }

    @Override
    public boolean isOffered(long id, Actor actor) {
        return Roles.mayReport(actor)
                && households.find(id).isPresent()
                && moves.underWay(id).isPresent();
    }

    @Override
    public Map<String, Object> data(long id, Actor actor) {
        HouseholdMove move = moves.underWay(id).orElseThrow();
        return Map.of(
                "moveSummary",
                words.say(
                        "lifeevent.move.summary",
                        move.briefName(),
                        moves.name(move.fromOrg()),
                        moves.name(move.toOrg()),
                        days.day(move.moveOn())));
    }

    @Override
    public void perform(long id, FormAnswers answers, Actor actor) {
        moves.withdraw(moves.underWay(id).orElseThrow().id(), actor);
    }
}
