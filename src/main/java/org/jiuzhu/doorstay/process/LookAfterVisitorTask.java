package org.jiuzhu.doorstay.process;

import java.util.Map;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.doorstay.DoorStay;
import org.jiuzhu.doorstay.DoorStays;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody went in at a flagged door and has not come out: whoever leads the point finds out why. */
@Component
class LookAfterVisitorTask implements TaskHandler {

    private final DoorStays stays;
    private final DueWords days;
    private final Words words;

    LookAfterVisitorTask(DoorStays stays, DueWords days, Words words) {
        this.stays = stays;
        this.days = days;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return "userTask_lookAfterVisitor";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return stays.subject(DoorStayProcess.stayId(task));
    }

    /** Somebody may be in danger: nothing else holds it back. */
    @Override
    public boolean isHeldBack() {
        return false;
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        DoorStay stay = stays.get(DoorStayProcess.stayId(task));
        return Map.of(
                "story", words.say("doorstay.missed", stay.byName(), days.at(stay.inAt()), days.at(stay.expectedAt())));
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        DoorStay.Found found = answers.choice("found", DoorStay.Found.class);
        stays.lookedAfter(
                DoorStayProcess.stayId(task), found, answers.text("done").strip(), by);
        return Map.of("visitorSafe", found == DoorStay.Found.SAFE);
    }
}
