package org.jiuzhu.workflow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the decision tables that are deployed. */
public interface Decisions {

    /**
     * The rows of the latest version that match, outputs by name, in the table's order.
     *
     * @throws IllegalArgumentException if no such decision is deployed
     */
    List<Map<String, @Nullable Object>> evaluate(String decisionId, Map<String, ?> inputs);

    /** Changes whenever another version of the decision is in force, a memo's key; {@code decision:version}, or longer. */
    String version(String decisionId);
}
