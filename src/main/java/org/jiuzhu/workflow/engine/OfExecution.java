package org.jiuzhu.workflow.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** Reads a task's expression from the execution: a new task has no variables of its own, and need not be asked for them. */
record OfExecution(Expression expression) implements Expression {

    private static final long serialVersionUID = 1;

    @Override
    public @Nullable Object getValue(VariableScope scope) {
        return expression.getValue(execution(scope));
    }

    @Override
    public void setValue(@Nullable Object value, VariableScope scope) {
        expression.setValue(value, execution(scope));
    }

    @Override
    public String getExpressionText() {
        return expression.getExpressionText();
    }

    @Override
    public boolean isLiteralText() {
        return expression.isLiteralText();
    }

    private static VariableScope execution(VariableScope scope) {
        return scope instanceof DelegateTask task ? task.getExecution() : scope;
    }
}
