package org.jiuzhu.workflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version of a decision table that is not in force, but answers what it would. */
public interface DecisionDraft {

    String decisionId();

    /** Differs from that of every other draft and of every version in force; a memo's key. */
    String version();

    /** The rows that match, as {@link Decisions#evaluate} answers for the version in force. */
    List<Map<String, @Nullable Object>> evaluate(Map<String, ? extends @Nullable Object> inputs);
}
