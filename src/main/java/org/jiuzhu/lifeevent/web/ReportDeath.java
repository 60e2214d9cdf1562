package org.jiuzhu.lifeevent.web;

import java.util.List;
import java.util.Map;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Member;
import org.jiuzhu.household.Standing;
import org.jiuzhu.lifeevent.DeathReport.Source;
import org.jiuzhu.lifeevent.Deaths;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.PageAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A consultant reports a death, and says once that it is the right person. */
@Component
class ReportDeath implements PageAction {

    private final Deaths deaths;
    private final Households households;
    private final Dates dates;

    ReportDeath(Deaths deaths, Households households, Dates dates) {
        this.deaths = deaths;
        this.households = households;
        this.dates = dates;
    }

    @Override
    public String key() {
        return "report-death";
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
        return Roles.mayReport(actor) && !living(id).isEmpty();
    }

    @Override
    public Map<String, Object> data(long id, Actor actor) {
        return Map.of(
                "members",
                living(id).stream()
                        .map(member -> Map.of(
                                "value",
                                String.valueOf(member.person().id()),
                                "label",
                                member.person().name()))
                        .toList());
    }

    private List<Member> living(long householdId) {
        return households.find(householdId).map(home -> households.members(home.id())).orElse(List.of()).stream()
                .filter(member -> member.person().standing() != Standing.DECEASED)
                .toList();
    }

    @Override
    public void perform(long id, FormAnswers answers, Actor actor) {
        if (!answers.yes("sure")) {
            throw new InvalidInput(FieldProblem.of("sure", "form.required"));
        }
        String successor = answers.optionalText("successorId");
        @Nullable
        Long head = successor == null || successor.equals(answers.text("personId")) ? null : Long.valueOf(successor);
        deaths.report(
                Long.parseLong(answers.text("personId")),
                dates.past(answers::date, "diedOn"),
                answers.choice("source", Source.class),
                answers.optionalText("note"),
                head,
                actor);
    }
}
