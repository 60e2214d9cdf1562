package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jiuzhu.shared.Problems;

/** What a form holds: first what the server put into it, then what was posted over it. */
final class FormValues {

    private static final int MOST_ROWS = 200;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(\\.\\d{1,30})?([eE][+-]?\\d{1,2})?");

    private static final Pattern ENDS = Pattern.compile("^[%1$s]+|[%1$s]+\\z".formatted(JsPattern.SPACE));

    private FormValues() {}

    /** The values a form shows before anybody answers, as form-js makes them of the server's data. */
    static ObjectNode initial(FormPart form, ObjectNode data) {
        ObjectNode values = data.deepCopy();
        withoutOptions(form, values);
        fill(form, FieldPath.ROOT, values);
        return values;
    }

    /** Where a field and its options share a key, the data holds the options: they are not an answer. */
    private static void withoutOptions(FormPart part, ObjectNode values) {
        String key = part.text("valuesKey");
        if (key != null && part.names().equals(List.of(key))) {
            values.remove(key);
        }
        part.parts().forEach(inner -> withoutOptions(inner, values));
    }

    private static void fill(FormPart part, FieldPath holder, ObjectNode values) {
        FieldPath path = holder.names(part.names());
        if (part.isField()) {
            JsonNode given = path.in(values);
            JsonNode shown = given.isMissingNode() ? part.json().path("defaultValue") : given;
            path.put(values, shown.isMissingNode() || shown.isNull() ? empty(part) : tidy(part, shown));
        } else if (part.isList()) {
            JsonNode given = path.in(values);
            int size = given.isArray() ? given.size() : part.defaultRows();
            ArrayNode rows = JsonNodeFactory.instance.arrayNode();
            for (int n = 0; n < size; n++) {
                rows.add(given.path(n).isObject() ? given.get(n) : rows.objectNode());
            }
            path.put(values, rows);
            fillRows(part, path, values);
        } else {
            part.parts().forEach(inner -> fill(inner, path, values));
        }
    }

    private static void fillRows(FormPart list, FieldPath path, ObjectNode values) {
        for (int n = 0; n < path.in(values).size(); n++) {
            FieldPath row = path.row(n);
            list.parts().forEach(inner -> fill(inner, row, values));
        }
    }

    /** The initial values with everything posted written over them, fixed fields excepted. */
    static ObjectNode answered(FormPart form, ObjectNode initial, ObjectNode posted, Problems problems) {
        ObjectNode values = initial.deepCopy();
        answer(form, FieldPath.ROOT, values, posted, problems, false);
        return values;
    }

    private static void answer(
            FormPart part, FieldPath holder, ObjectNode values, ObjectNode posted, Problems problems, boolean newRow) {
        FieldPath path = holder.names(part.names());
        JsonNode given = path.in(posted);
        if (part.isField()) {
            if (!given.isMissingNode() && (newRow || !isFixed(part))) {
                path.put(values, given.isNull() ? empty(part) : tidy(part, given));
            }
        } else if (!part.isList()) {
            part.parts().forEach(inner -> answer(inner, path, values, posted, problems, newRow));
        } else if (given.isArray() || given.isMissingNode() || given.isNull()) {
            if (given.isArray()) {
                size(part, path, values, given, problems);
            }
            boolean fresh = given.isArray() && part.rowsCanChange();
            for (int n = 0; n < path.in(values).size(); n++) {
                FieldPath row = path.row(n);
                part.parts().forEach(inner -> answer(inner, row, values, posted, problems, fresh));
            }
        } else {
            problems.add(path.toString(), "form.wrongKind");
        }
    }

    /** Makes the list as long as the posted one, of empty rows, where people may add and remove rows. */
    private static void size(FormPart list, FieldPath path, ObjectNode values, JsonNode given, Problems problems) {
        if (!list.rowsCanChange()) {
            if (given.size() != path.in(values).size()) {
                problems.add(path.toString(), "form.rowsFixed", path.in(values).size());
            }
            return;
        }
        if (given.size() > MOST_ROWS) {
            problems.add(path.toString(), "form.tooManyRows", MOST_ROWS);
        }
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int n = 0; n < Math.min(given.size(), MOST_ROWS); n++) {
            rows.addObject();
        }
        path.put(values, rows);
        fillRows(list, path, values);
    }

    /** Fields that nobody answers: what the server put in stands. */
    static boolean isFixed(FormPart field) {
        return field.json().path("disabled").asBoolean()
                || field.json().path("readonly").isBoolean()
                        && field.json().path("readonly").asBoolean();
    }

    private static JsonNode empty(FormPart field) {
        return switch (field.type()) {
            case "textfield", "textarea" -> TextNode.valueOf("");
            case "checkbox" -> BooleanNode.FALSE;
            case "checklist", "taglist" -> JsonNodeFactory.instance.arrayNode();
            default -> NullNode.instance;
        };
    }

    /** The value as its control would hold it; a value no control could hold stays, to be refused later. */
    private static JsonNode tidy(FormPart field, JsonNode value) {
        return switch (field.type()) {
            case "textfield" -> text(value, "[\\r\\n\\t]", " ");
            case "textarea" -> text(value, "\\r\\n?", "\n");
            case "number" -> number(field, value);
            case "datetime", "radio", "select" ->
                value.isTextual() && value.asText().isBlank() ? NullNode.instance : value;
            default -> value;
        };
    }

    private static JsonNode text(JsonNode value, String find, String replace) {
        return value.isValueNode() ? TextNode.valueOf(strip(value.asText().replaceAll(find, replace))) : value;
    }

    private static JsonNode number(FormPart field, JsonNode value) {
        String text = strip(value.asText());
        if (value.isContainerNode() || text.isEmpty()) {
            return value.isContainerNode() ? value : NullNode.instance;
        }
        if (!NUMBER.matcher(text).matches()) {
            return TextNode.valueOf(text);
        }
        BigDecimal number = Json.tidy(new BigDecimal(text));
        return field.json().path("serializeToString").asBoolean()
                ? TextNode.valueOf(number.toPlainString())
                : DecimalNode.valueOf(number);
    }

    /** Without white space at both ends, as a browser trims: that of Chinese keyboards included. */
    private static String strip(String text) {
        return ENDS.matcher(text).replaceAll("");
    }
}
