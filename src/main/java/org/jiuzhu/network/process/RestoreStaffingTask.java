package org.jiuzhu.network.process;

import java.util.Map;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.StaffingAlerts;
import org.jiuzhu.network.StaffingAlerts.Measure;
import org.jiuzhu.network.StaffingAlerts.Stored;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The station lead says how a unit gets the consultants back that its notice wants. */
@Component
class RestoreStaffingTask implements TaskHandler {

    private final StaffingAlerts alerts;
    private final Network network;
    private final Words words;
    private final Dates dates;

    RestoreStaffingTask(StaffingAlerts alerts, Network network, Words words, Dates dates) {
        this.alerts = alerts;
        this.network = network;
        this.words = words;
        this.dates = dates;
    }

    @Override
    public String taskKey() {
        return "userTask_restoreStaffing";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return alerts.subject(task.longVar("alertId"));
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        Stored alert = alerts.get(task.longVar("alertId"));
        return Map.of(
                "situation",
                words.say(
                        "network.staffing.short",
                        network.unit(alert.orgCode()).name(),
                        alert.minimum(),
                        alert.filed()));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        alerts.arrange(
                task.longVar("alertId"),
                answers.choice("measure", Measure.class),
                dates.comingOrToday(answers::date, "restoreBy"),
                answers.text("note").strip(),
                by);
        return Map.of();
    }
}
