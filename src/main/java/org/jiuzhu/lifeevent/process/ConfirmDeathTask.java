package org.jiuzhu.lifeevent.process;

import static org.jiuzhu.lifeevent.process.LifeEventProcess.deathId;

import java.util.Map;
import java.util.Objects;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.household.People;
import org.jiuzhu.lifeevent.DeathReport;
import org.jiuzhu.lifeevent.Deaths;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The station lead says whether a reported death is true. */
@Component
class ConfirmDeathTask implements TaskHandler {

    private final Deaths deaths;
    private final People people;
    private final DueWords days;
    private final Words words;

    ConfirmDeathTask(Deaths deaths, People people, DueWords days, Words words) {
        this.deaths = deaths;
        this.people = people;
        this.days = days;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return "userTask_confirmDeath";
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
    public Map<String, Object> prefill(TaskContext task) {
        DeathReport report = deaths.get(deathId(task));
        String told = words.say(
                report.departure().survivors() ? "lifeevent.death.summary" : "lifeevent.death.summary.alone",
                people.get(report.personId()).name(),
                days.day(report.diedOn()),
                words.say("lifeevent.death.source." + report.source()));
        return Map.of("deathSummary", told + "\n\n" + Objects.requireNonNullElse(report.note(), ""));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        boolean confirmed = answers.yes("deathTrue");
        if (confirmed) {
            deaths.confirm(deathId(task), by);
        } else {
            deaths.reverse(deathId(task), answers.text("reversalReason"), by);
        }
        return Map.of(LifeEventProcess.DEATH_CONFIRMED, confirmed);
    }
}
