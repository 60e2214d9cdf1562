package org.jiuzhu.lead;

import java.util.List;
import org.jiuzhu.shared.FieldProblem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one entry of a push; its words are not shown.
 *
 * @param row from 1
 * @param leadNumber the lead it became, or the one it repeats
 */
public record PushRow(
        int row, State state, @Nullable String sourceRef, @Nullable String leadNumber, List<FieldProblem> problems) {

    public enum State {
        WAITING,
        ACCEPTED,
        DUPLICATE,
        REJECTED
    }
}
