package org.jiuzhu.workflow;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The deployed models as people see them: diagrams and names in their language, and where a process stands. */
public interface Models {

    /** The BPMN of a definition, names in the given language. */
    String diagram(String processDefinitionId, Locale locale);

    /** What a step is called; its id if the model has no such step. */
    String taskName(String processDefinitionId, String taskKey, Locale locale);

    String processName(String processDefinitionId, Locale locale);

    /** The latest version of a process, for names where only the key is known. */
    String latestDefinition(String processKey);

    /** Steps at which a process instance stands now, steps that call another process included; empty once it ended. */
    List<String> activeActivityIds(String processInstanceId);

    /**
     * What is behind a process: its steps among the finished tasks, and the steps that called a process with one. What
     * could have happened in two called processes counts for neither.
     *
     * @param finishedTasks ids of user tasks, of this process and of those it calls
     */
    List<String> doneSteps(String processDefinitionId, Set<String> finishedTasks);

    /**
     * The whole family of a running process instance: the outermost first, then what it calls, depth first; empty once
     * it ended. Shows for a case where it stands and in which called process.
     */
    List<RunningProcess> family(String processInstanceId);
}
