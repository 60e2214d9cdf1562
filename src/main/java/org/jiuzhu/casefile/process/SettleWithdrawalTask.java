package org.jiuzhu.casefile.process;

import static org.jiuzhu.casefile.process.AssistanceCaseProcess.caseId;

import java.util.Map;
import org.jiuzhu.casefile.CaseDesk;
import org.jiuzhu.casefile.Withdrawals;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever had the data is told to give it back or delete it, and the person what goes on by law (个人信息保护法 15, 21). */
@Component
class SettleWithdrawalTask implements TaskHandler {

    private final CaseDesk cases;
    private final Withdrawals withdrawals;
    private final LifeWords words;
    private final Dates dates;

    SettleWithdrawalTask(CaseDesk cases, Withdrawals withdrawals, LifeWords words, Dates dates) {
        this.cases = cases;
        this.withdrawals = withdrawals;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return "userTask_settleWithdrawal";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return cases.get(caseId(task)).subject();
    }

    @Override
    public boolean isHeldBack() {
        return false;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return Map.of("withdrawalSummary", words.withdrawal(withdrawals.get(task.longVar("withdrawalId"))));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        withdrawals.settle(
                task.longVar("withdrawalId"), dates.past(answers::date, "noticeOn"), answers.text("providersTold"), by);
        return Map.of();
    }
}
