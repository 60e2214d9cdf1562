package org.jiuzhu.casefile.web;

import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.Refusals;
import org.jiuzhu.casefile.ServiceRefusal.Reason;
import org.jiuzhu.casefile.ServiceRefusal.Said;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.PageAction;
import org.springframework.stereotype.Component;

/** A household does not want our services; why, and whether somebody worries. */
@Component
class ReportRefusal implements PageAction {

    private final CaseDesk cases;
    private final Refusals refusals;
    private final Dates dates;

    ReportRefusal(CaseDesk cases, Refusals refusals, Dates dates) {
        this.cases = cases;
        this.refusals = refusals;
        this.dates = dates;
    }

    @Override
    public String key() {
        return "report-refusal";
    }

    @Override
    public About about() {
        return About.CASE;
    }

    @Override
    public String module() {
        return "casefile";
    }

    @Override
    public boolean isOffered(long id, Actor actor) {
        return CaseRoles.mayReport(actor) && cases.get(id).isOpen();
    }

    @Override
    public void perform(long id, FormAnswers answers, Actor actor) {
        Said said = new Said(
                answers.choice("reasonCode", Reason.class),
                answers.optionalText("reason"),
                dates.past(answers::date, "refusedOn"),
                answers.yes("safetyConcern"));
        refusals.report(id, said, actor);
    }
}
