package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.workflow.FormAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks answers as form-js 1.23 does; what the server checks beyond it, no control of the browser could send. */
@Component
class FormJsRules implements FormRules {

    private final ObjectMapper mapper;
    private final Feel feel;
    private final Clock clock;

    FormJsRules(ObjectMapper mapper, Feel feel, Clock clock) {
        this.mapper = mapper;
        this.feel = feel;
        this.clock = clock;
    }

    @Override
    public FormAnswers check(String schema, Map<String, ?> given, Map<String, ?> data) {
        FormPart form = FormPart.read(schema, mapper);
        ObjectNode posted = mapper.valueToTree(given);
        ObjectNode offered = mapper.valueToTree(data);
        ObjectNode initial = FormValues.initial(form, offered);
        Problems problems = new Problems();
        ObjectNode values = FormValues.answered(form, initial, posted, problems);
        UnknownFields.report(form, posted, problems);

        Answering answering = new Answering(new Options(offered, feel, mapper), initial, values, problems);
        FormWalk.through(form, values, seen(form, initial, values), feel, answering);
        problems.check();
        return new FormAnswers(Json.map(answering.answers));
    }

    /** What conditions see: the values without those of hidden fields, for which the initial ones show through. */
    private Map<String, @Nullable Object> seen(FormPart form, ObjectNode initial, ObjectNode values) {
        ObjectNode shown = values.deepCopy();
        FormWalk.through(form, values, Json.map(values), feel, new FormWalk.Visitor() {
            @Override
            public void hidden(FormPart part, FieldPath path) {
                if (part.isField() || part.isList()) {
                    path.remove(shown);
                } else {
                    part.parts().forEach(inner -> hidden(inner, path.names(inner.names())));
                }
            }
        });
        Map<String, @Nullable Object> seen = new LinkedHashMap<>(Json.map(initial));
        seen.putAll(Json.map(shown));
        return seen;
    }

    /** Collects the answers of the fields that are shown and what is wrong with them. */
    private final class Answering implements FormWalk.Visitor {

        private final ObjectNode initial;
        private final ObjectNode values;
        private final Problems problems;
        private final ObjectNode answers = mapper.createObjectNode();
        private final FieldCheck check;

        private Answering(Options options, ObjectNode initial, ObjectNode values, Problems problems) {
            this.initial = initial;
            this.values = values;
            this.problems = problems;
            this.check = new FieldCheck(options, feel, LocalDate.now(clock), problems);
        }

        @Override
        public void shownList(FormPart list, FieldPath path) {
            var rows = mapper.createArrayNode();
            path.in(values).forEach(row -> rows.addObject());
            path.put(answers, rows);
        }

        @Override
        public void shownField(FormPart field, FieldPath path, Scope scope) {
            Map<String, @Nullable Object> context = scope.context();
            JsonNode value = path.in(values);
            if (FormValues.isFixed(field) || feel.holds(field.text("readonly"), context)) {
                value = fixed(field, path, value);
            }
            boolean unchecked = field.json().path("disabled").asBoolean();
            JsonNode answer = unchecked ? value : check.check(field, path, value, context);
            path.put(answers, answer.isMissingNode() ? NullNode.instance : answer);
        }

        /** The server's own value; where rows come and go, any value the server gave to one of them. */
        private JsonNode fixed(FormPart field, FieldPath path, JsonNode value) {
            JsonNode own = path.in(initial);
            if (path.parts().stream().noneMatch(Integer.class::isInstance) || Json.same(own, value)) {
                return own;
            }
            if (!Json.has(path.inAnyRow(initial), value)) {
                problems.add(path.toString(), "form.notAnOption");
            }
            return value;
        }
    }
}
