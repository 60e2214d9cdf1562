package org.jiuzhu.casefile.web;

import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.Withdrawals;
import org.jiuzhu.lifecycle.ConsentWithdrawn.Consent;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.PageAction;
import org.springframework.stereotype.Component;

/** Somebody takes a consent back; whoever records it says once that it is meant. */
@Component
class WithdrawConsent implements PageAction {

    private final CaseDesk cases;
    private final Withdrawals withdrawals;
    private final Dates dates;

    WithdrawConsent(CaseDesk cases, Withdrawals withdrawals, Dates dates) {
        this.cases = cases;
        this.withdrawals = withdrawals;
        this.dates = dates;
    }

    @Override
    public String key() {
        return "withdraw-consent";
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
        if (!answers.yes("sure")) {
            throw new InvalidInput(FieldProblem.of("sure", "form.required"));
        }
        withdrawals.report(
                id,
                answers.choice("consent", Consent.class),
                dates.past(answers::date, "withdrawnOn"),
                answers.optionalText("note"),
                actor);
    }
}
