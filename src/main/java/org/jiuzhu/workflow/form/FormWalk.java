package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Goes through a form with the values it holds, row by row, and says what its conditions show and hide. */
final class FormWalk {

    interface Visitor {

        default void shownField(FormPart field, FieldPath path, Scope scope) {}

        default void shownList(FormPart list, FieldPath path) {}

        default void hidden(FormPart part, FieldPath path) {}
    }

    private final Feel feel;
    private final ObjectNode values;
    private final Visitor visitor;

    private FormWalk(Feel feel, ObjectNode values, Visitor visitor) {
        this.feel = feel;
        this.values = values;
        this.visitor = visitor;
    }

    /**
     * @param values what the form holds; lists are as long as they are there
     * @param data what expressions see at the top
     */
    static void through(FormPart form, ObjectNode values, Map<String, Object> data, Feel feel, Visitor visitor) {
        new FormWalk(feel, values, visitor).visit(form, FieldPath.ROOT, Scope.of(data));
    }

    private void visit(FormPart part, FieldPath holder, Scope scope) {
        FieldPath path = holder.names(part.names());
        if (feel.holds(part.hide(), scope.context())) {
            visitor.hidden(part, path);
        } else if (part.isField()) {
            visitor.shownField(part, path, scope);
        } else if (part.isList()) {
            visitor.shownList(part, path);
            visitRows(part, path, scope);
        } else {
            part.parts().forEach(inner -> visit(inner, path, scope));
        }
    }

    private void visitRows(FormPart list, FieldPath path, Scope scope) {
        JsonNode rows = path.in(values);
        for (int n = 0; n < rows.size(); n++) {
            Scope row = scope.row(Json.map((ObjectNode) rows.get(n)), n + 1);
            FieldPath at = path.row(n);
            list.parts().forEach(inner -> visit(inner, at, row));
        }
    }
}
