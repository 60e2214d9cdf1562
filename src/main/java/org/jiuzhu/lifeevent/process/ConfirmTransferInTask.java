package org.jiuzhu.lifeevent.process;

import static org.jiuzhu.lifeevent.process.LifeEventProcess.moveId;

import java.util.Map;
import org.jiuzhu.lifeevent.Moves;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.TaskContext;
import org.jiuzhu.workflow.TaskHandler;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The station that gets the household takes it, or says why not. */
@Component
class ConfirmTransferInTask implements TaskHandler {

    private final Moves moves;
    private final MoveWords words;

    ConfirmTransferInTask(Moves moves, MoveWords words) {
        this.moves = moves;
        this.words = words;
    }

    @Override
    public String taskKey() {
        return "userTask_confirmTransferIn";
    }

    @Override
    public TaskSubject subject(TaskContext task) {
        return moves.get(moveId(task)).coming();
    }

    @Override
    public Map<String, Object> prefill(TaskContext task) {
        return words.of(moves.get(moveId(task)));
    }

    @Override
    public boolean isHeldBack() {
        return false;
    }

    @Override
    public Map<String, @Nullable Object> complete(TaskContext task, FormAnswers answers, Actor by) {
        boolean agreed = answers.yes("agreed");
        if (agreed) {
            moves.confirmIn(moveId(task), by);
        } else {
            moves.refuse(moveId(task), answers.text("refusalReason"), by);
        }
        return Map.of(LifeEventProcess.IN_CONFIRMED, agreed);
    }
}
