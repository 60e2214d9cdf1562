package org.jiuzhu.workflow.engine;

import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** A process says in its property {@code requires} which variables it cannot do without; checked at its start. */
class RequiredVariables extends AbstractBpmnParseListener {

    @Override
    public void parseProcess(Element process, ProcessDefinitionEntity definition) {
        String requires = ModelProperties.of(process).get("requires");
        if (requires != null && !requires.isBlank()) {
            List<String> names =
                    Arrays.stream(requires.split(",")).map(String::strip).toList();
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) e -> check(e, names));
        }
    }

    private static void check(DelegateExecution execution, List<String> names) {
        if (execution.getParentId() != null && !execution.getParentId().equals(execution.getProcessInstanceId())) {
            return;
        }
        List<String> missing = names.stream()
                .filter(name -> execution.getVariable(name) == null)
                .toList();
        if (!missing.isEmpty()) {
            throw new ProcessEngineException(
                    "Process " + execution.getProcessDefinitionId() + " was started without " + missing);
        }
    }
}
