package org.jiuzhu.casefile.web;

import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.CaseRefiling;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.PageAction;
import org.springframework.stereotype.Component;

/** A station lead puts a case where it belongs. */
@Component
class RefileCase implements PageAction {

    private final CaseDesk cases;
    private final CaseRefiling refiling;

    RefileCase(CaseDesk cases, CaseRefiling refiling) {
        this.cases = cases;
        this.refiling = refiling;
    }

    @Override
    public String key() {
        return "refile-case";
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
        return CaseRoles.leadsAStation(actor) && cases.get(id).id() == id;
    }

    @Override
    public void perform(long id, FormAnswers answers, Actor actor) {
        refiling.refile(id, answers.text("household"), answers.text("reason"), actor);
    }
}
