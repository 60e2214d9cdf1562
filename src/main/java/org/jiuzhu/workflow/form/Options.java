package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values a field lets people choose from: those of the server's data, of the file, or of an expression. */
final class Options {

    private final ObjectNode data;
    private final Feel feel;
    private final ObjectMapper mapper;

    Options(ObjectNode data, Feel feel, ObjectMapper mapper) {
        this.data = data;
        this.feel = feel;
        this.mapper = mapper;
    }

    List<JsonNode> of(FormPart field, Map<String, @Nullable Object> context) {
        List<JsonNode> values = new ArrayList<>();
        for (JsonNode option : listed(field, context)) {
            JsonNode value = option.isObject() ? option.path("value") : option;
            boolean usable =
                    value.isNumber() || value.isBoolean() || !value.asText().isEmpty() || !value.isEmpty();
            if (usable && !value.isNull()) {
                values.add(value);
            }
        }
        return values;
    }

    private JsonNode listed(FormPart field, Map<String, @Nullable Object> context) {
        String key = field.text("valuesKey");
        if (key != null) {
            return data.path(key);
        }
        if (field.json().has("values")) {
            return field.json().path("values");
        }
        String expression = field.text("valuesExpression");
        return expression == null || !Feel.isExpression(expression)
                ? MissingNode.getInstance()
                : mapper.valueToTree(feel.evaluate(expression, context));
    }
}
