package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jiuzhu.shared.Problems;

/** Finds posted keys that no field of the form has. */
final class UnknownFields {

    private static final Pattern ROW = Pattern.compile("\\[\\d+]");
    private static final int NAMED = 20;

    private final Set<String> fields = new HashSet<>();
    private final Set<String> holders = new HashSet<>();
    private final Problems problems;
    private int found;

    private UnknownFields(Problems problems) {
        this.problems = problems;
    }

    static void report(FormPart form, ObjectNode posted, Problems problems) {
        UnknownFields unknown = new UnknownFields(problems);
        unknown.learn(form, FieldPath.ROOT);
        unknown.visit(posted, FieldPath.ROOT);
    }

    private void learn(FormPart part, FieldPath holder) {
        FieldPath path = holder;
        for (String name : part.names()) {
            holders.add(path.toString());
            path = path.name(name);
        }
        (part.isField() ? fields : holders).add(path.toString());
        FieldPath inner = part.isList() ? path.row(0) : path;
        holders.add(part.isList() ? inner.toString() : path.toString());
        part.parts().forEach(child -> learn(child, inner));
    }

    private void visit(JsonNode value, FieldPath path) {
        String known = ROW.matcher(path.toString()).replaceAll("[0]");
        if (fields.contains(known) || value.isNull()) {
            return;
        }
        if (value.isObject() && holders.contains(known)) {
            value.fieldNames().forEachRemaining(name -> visit(value.get(name), path.name(name)));
        } else if (value.isArray() && holders.contains(known + "[0]")) {
            for (int n = 0; n < value.size(); n++) {
                visit(value.get(n), path.row(n));
            }
        } else if (!holders.contains(known + "[0]") && found++ < NAMED) {
            problems.add(path.toString(), "form.unknownField");
        }
    }
}
