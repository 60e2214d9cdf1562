package org.jiuzhu.workflow.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jiuzhu.workflow.Models;
import org.jiuzhu.workflow.RunningProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Definitions never change, so their names and diagrams are read once. */
@Component
class EngineModels implements Models {

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final Map<String, Diagram> diagrams = new ConcurrentHashMap<>();

    EngineModels(@Lazy RepositoryService repository, @Lazy RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    @Override
    public String diagram(String processDefinitionId, Locale locale) {
        Diagram diagram = read(processDefinitionId);
        return isEnglish(locale) ? diagram.english() : diagram.chinese();
    }

    @Override
    public String taskName(String processDefinitionId, String taskKey, Locale locale) {
        return name(read(processDefinitionId).names().get(taskKey), taskKey, locale);
    }

    @Override
    public String processName(String processDefinitionId, Locale locale) {
        String key = repository.getProcessDefinition(processDefinitionId).getKey();
        return name(read(processDefinitionId).names().get(key), key, locale);
    }

    @Override
    public String latestDefinition(String processKey) {
        ProcessDefinition latest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processKey)
                .latestVersion()
                .singleResult();
        if (latest == null) {
            throw new IllegalArgumentException("No process " + processKey + " is deployed");
        }
        return latest.getId();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> activeActivityIds(String processInstanceId) {
        ActivityInstance tree = runtime.getActivityInstance(processInstanceId);
        List<String> active = new ArrayList<>();
        if (tree != null) {
            collect(tree, active);
        }
        return active.stream().distinct().toList();
    }

    @Override
    public List<String> doneSteps(String processDefinitionId, Set<String> finishedTasks) {
        Diagram diagram = read(processDefinitionId);
        Stream<String> tasks = finishedTasks.stream().filter(diagram.names()::containsKey);
        Map<String, Set<String>> within = new HashMap<>();
        diagram.calls().forEach((step, process) -> within.put(step, finishedIn(process, finishedTasks)));
        Stream<String> calls = within.entrySet().stream()
                .filter(call -> call.getValue().stream()
                        .anyMatch(task -> within.values().stream()
                                        .filter(found -> found.contains(task))
                                        .count()
                                == 1))
                .map(Map.Entry::getKey);
        return Stream.concat(tasks, calls).toList();
    }

    /** Those of a process and of all it calls. */
    private Set<String> finishedIn(String processKey, Set<String> finishedTasks) {
        Diagram diagram = read(latestDefinition(processKey));
        return Stream.concat(
                        finishedTasks.stream().filter(diagram.names()::containsKey),
                        diagram.calls().values().stream().flatMap(called -> finishedIn(called, finishedTasks).stream()))
                .collect(Collectors.toSet());
    }

    @Override
    @Transactional(readOnly = true)
    public List<RunningProcess> family(String processInstanceId) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .singleResult();
        if (instance == null) {
            return List.of();
        }
        ProcessInstance root = runtime.createProcessInstanceQuery()
                .processInstanceId(instance.getRootProcessInstanceId())
                .singleResult();
        List<RunningProcess> family = new ArrayList<>();
        descend(root, 0, family);
        return family;
    }

    private void descend(ProcessInstance instance, int depth, List<RunningProcess> family) {
        String definition = instance.getProcessDefinitionId();
        family.add(new RunningProcess(
                instance.getId(),
                definition,
                repository.getProcessDefinition(definition).getKey(),
                depth,
                activeActivityIds(instance.getId())));
        runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .list()
                .forEach(called -> descend(called, depth + 1, family));
    }

    /** The innermost steps, and those about to begin (an asynchronous step that waits for its job). */
    private static void collect(ActivityInstance at, List<String> active) {
        for (var waiting : at.getChildTransitionInstances()) {
            active.add(waiting.getActivityId());
        }
        for (ActivityInstance child : at.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0) {
                active.add(child.getActivityId());
            } else {
                collect(child, active);
            }
        }
    }

    private Diagram read(String processDefinitionId) {
        return diagrams.computeIfAbsent(processDefinitionId, id -> Diagram.read(repository.getProcessModel(id)));
    }

    private static String name(Diagram.@Nullable Names names, String otherwise, Locale locale) {
        return names == null ? otherwise : isEnglish(locale) ? names.english() : names.chinese();
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
