package org.jiuzhu.worklist.web;

import org.jiuzhu.shared.Refusal;

/** Answers that came too late; they are kept as their writer's draft. */
class AnswersKept extends Refusal {

    AnswersKept(Refusal refusal) {
        super(refusal.kind(), refusal.messageKey(), refusal.args().toArray());
    }
}
