package org.jiuzhu.workflow;

import java.util.List;

/**
 * A process instance and the steps at which it stands.
 *
 * @param depth 0 for the outermost process, one more for each call
 */
public record RunningProcess(
        String processInstanceId,
        String processDefinitionId,
        String processKey,
        int depth,
        List<String> activeActivityIds) {}
