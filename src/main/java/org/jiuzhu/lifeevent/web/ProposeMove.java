package org.jiuzhu.lifeevent.web;

import java.util.Map;
import org.jiuzhu.household.Households;
import org.jiuzhu.lifeevent.HouseholdMove.NewMove;
import org.jiuzhu.lifeevent.Moves;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.PageAction;
import org.springframework.stereotype.Component;

/** The side that has the household says that it moves, where to and from which day on. */
@Component
class ProposeMove implements PageAction {

    private final Moves moves;
    private final Households households;
    private final Network network;

    ProposeMove(Moves moves, Households households, Network network) {
        this.moves = moves;
        this.households = households;
        this.network = network;
    }

    @Override
    public String key() {
        return "propose-move";
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
                && moves.underWay(id).isEmpty();
    }

    @Override
    public Map<String, Object> data(long id, Actor actor) {
        String here = households.get(id).place().orgCode();
        return Map.of(
                "committees",
                network.all().stream()
                        .filter(unit -> unit.kind() == OrgUnit.Kind.POINT && unit.active())
                        .filter(unit -> !unit.code().equals(here))
                        .map(unit -> Map.of("value", unit.code(), "label", moves.name(unit.code())))
                        .toList());
    }

    @Override
    public void perform(long id, FormAnswers answers, Actor actor) {
        var on = answers.date("moveOn");
        if (on == null) {
            throw new InvalidInput(FieldProblem.of("moveOn", "form.required"));
        }
        moves.propose(
                id,
                new NewMove(
                        answers.text("toOrg"),
                        on,
                        answers.text("reason"),
                        answers.optionalText("road"),
                        answers.optionalText("room")),
                actor);
    }
}
