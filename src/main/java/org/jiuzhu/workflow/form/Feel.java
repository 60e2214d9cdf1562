package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates the FEEL expressions of forms; as in form-js they begin with an equals sign. */
@Component
class Feel {

    private final FeelEngineApi engine;
    private final Map<String, ParsedExpression> parsed = new ConcurrentHashMap<>();

    Feel(Clock clock) {
        this.engine = FeelEngineBuilder.forJava()
                .withClock(() -> ZonedDateTime.now(clock))
                .build();
    }

    static boolean isExpression(@Nullable String text) {
        return text != null && text.startsWith("=");
    }

    /** True only if the expression is one and yields true: null, errors and anything else do not hold. */
    boolean holds(@Nullable String expression, Map<String, ?> context) {
        return expression != null && isExpression(expression) && Boolean.TRUE.equals(evaluate(expression, context));
    }

    /** The expression's value; null if it cannot be evaluated, as in form-js. */
    @Nullable
    Object evaluate(String expression, Map<String, ?> context) {
        ParsedExpression known = parsed.computeIfAbsent(expression, this::parse);
        var result = engine.evaluate(known, new HashMap<String, Object>(context));
        return result.isSuccess() ? result.result() : null;
    }

    /** A setting that may be written as a value or as an expression; null if there is none. */
    @Nullable
    Object setting(JsonNode value, Map<String, ?> context) {
        if (value.isTextual() && isExpression(value.asText())) {
            return evaluate(value.asText(), context);
        }
        return value.isNumber() ? value.decimalValue() : value.isTextual() ? value.asText() : null;
    }

    private ParsedExpression parse(String expression) {
        ParseResult result = engine.parseExpression(expression.substring(1));
        if (!result.isSuccess()) {
            throw new IllegalArgumentException("A form has the expression " + expression + ", which is not FEEL");
        }
        return result.parsedExpression();
    }
}
