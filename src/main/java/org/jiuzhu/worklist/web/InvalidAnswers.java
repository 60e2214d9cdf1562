package org.jiuzhu.worklist.web;

import java.util.Map;
import org.jiuzhu.shared.InvalidInput;

/** Answers that do not hold, with what the form calls their fields. */
class InvalidAnswers extends InvalidInput {

    private final transient Map<String, String> labels;

    InvalidAnswers(InvalidInput invalid, Map<String, String> labels) {
        super(invalid.problems());
        this.labels = Map.copyOf(labels);
    }

    Map<String, String> labels() {
        return labels;
    }
}
