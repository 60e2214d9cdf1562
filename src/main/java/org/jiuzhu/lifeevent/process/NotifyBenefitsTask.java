package org.jiuzhu.lifeevent.process;

import static org.jiuzhu.lifeevent.process.LifeEventProcess.deathId;

import java.util.Map;
import org.jiuzhu.lifeevent.Deaths;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whoever decides about benefits is told of a death; a person decides there, never this software. */
@Component
class NotifyBenefitsTask implements TaskHandler {

    private final Deaths deaths;
    private final Dates dates;

    NotifyBenefitsTask(Deaths deaths, Dates dates) {
        this.deaths = deaths;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return "userTask_notifyBenefits";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return deaths.get(deathId(task)).subject();
    }

    @Override
    public boolean isHeldBack() {
        return false;
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        dates.past(answers::date, "toldOn");
        deaths.benefitsTold(deathId(task), answers.text("office"), answers.optionalText("note"), by);
        return Map.of();
    }
}
