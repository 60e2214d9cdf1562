package org.jiuzhu.casefile.web;

import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.CaseReopening;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.PageAction;
import org.springframework.stereotype.Component;

/** A station lead takes a closed case in hand again. */
@Component
class ReopenCase implements PageAction {

    private final CaseDesk cases;
    private final CaseReopening reopening;

    ReopenCase(CaseDesk cases, CaseReopening reopening) {
        this.cases = cases;
        this.reopening = reopening;
    }

    @Override
    public String key() {
        return "reopen-case";
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
        return CaseRoles.leadsAStation(actor) && !cases.get(id).isOpen();
    }

    @Override
    public void perform(long id, FormAnswers answers, Actor actor) {
        reopening.reopen(id, answers.text("reason"), actor);
    }
}
