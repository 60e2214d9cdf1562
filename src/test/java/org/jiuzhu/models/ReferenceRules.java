package org.jiuzhu.models;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** What a model names must be there, under the same words. */
final class ReferenceRules {

    /** The table whose {@code step} column a bean's first argument names. */
    private static final Map<String, String> STEPS = Map.of("routing", "task-routing", "deadlines", "deadlines");

    private ReferenceRules() {}

    static Stream<String> userTasksAreHandled(Models models, Code code) {
        return models.processes().stream()
                .flatMap(file -> file.userTasks().stream().flatMap(task -> unhandled(models, code, file, task)
                        .map(what -> file.path() + ": " + task.getId() + what)));
    }

    private static Stream<String> unhandled(Models models, Code code, ProcessFile file, UserTask task) {
        String form = kebab(task.getId().substring(task.getId().indexOf('_') + 1));
        Stream.Builder<String> found = Stream.builder();
        if (!form.equals(task.getCamundaFormRef())) {
            found.add(" shows the form " + task.getCamundaFormRef() + " instead of " + form);
        }
        if (!"deployment".equals(task.getCamundaFormRefBinding())) {
            found.add(" does not bind its form to the deployment");
        }
        if (models.form(form)
                .filter(there -> there.module().equals(file.module()))
                .isEmpty()) {
            found.add(" has no forms/" + file.module() + "/" + form + ".form");
        }
        if (!file.module().equals(code.tasks().get(task.getId()))) {
            found.add(" has no TaskHandler in " + file.module());
        }
        return found.build();
    }

    private static String kebab(String words) {
        return words.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }

    static Stream<String> calledModelsExist(Models models) {
        return models.processes().stream()
                .flatMap(file -> Stream.concat(calledProcesses(models, file), decisions(models, file))
                        .map(what -> file.path() + ": " + what));
    }

    private static Stream<String> calledProcesses(Models models, ProcessFile file) {
        return file.model().getModelElementsByType(CallActivity.class).stream()
                .filter(call -> models.process(call.getCalledElement()).isEmpty())
                .map(call -> call.getId() + " calls the process " + call.getCalledElement() + ", which is not there");
    }

    private static Stream<String> decisions(Models models, ProcessFile file) {
        return file.model().getModelElementsByType(BusinessRuleTask.class).stream()
                .flatMap(task -> {
                    Optional<String> named = ProcessFile.property(task, "decision");
                    return named.isEmpty()
                            ? Stream.of(task.getId() + " does not name its decision")
                            : Arrays.stream(named.get().split("[, ]+"))
                                    .filter(id -> models.decision(id).isEmpty())
                                    .map(id -> task.getId() + " consults the decision " + id + ", which is not there");
                });
    }

    static Stream<String> stepsHaveARow(Models models) {
        return Stream.concat(
                CallRules.calls(models)
                        .filter(call -> STEPS.containsKey(call.bean()))
                        .flatMap(call -> call.literal(0).stream()
                                .filter(step ->
                                        !steps(models, STEPS.get(call.bean())).contains(step))
                                .map(step -> call.says("but " + STEPS.get(call.bean()) + " has no row for " + step))),
                CallRules.calls(models).flatMap(call -> call.literal(1).stream()
                        .filter(name -> name.startsWith("userTask_"))
                        .filter(name -> call.file().model().getModelElementById(name) == null)
                        .map(name -> call.says("but there is no " + name))));
    }

    private static Set<String> steps(Models models, String table) {
        return models.decision(table).map(file -> file.inputValues("step")).orElseGet(TreeSet::new);
    }

    static Stream<String> rolesAreInTheRealm(Models models, Code code) {
        return models.decision("task-routing").stream().flatMap(file -> file.outputValues("role").stream()
                .filter(role -> !code.roles().contains(role))
                .map(role -> file.path() + ": role " + role + " is not in the realm file"));
    }
}
