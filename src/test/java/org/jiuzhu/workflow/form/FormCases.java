package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The cases of {@code form-cases.json}, which the server and the browser both run. */
final class FormCases {

    static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();
    private static final JsonNode FILE = read();

    private FormCases() {}

    static List<Case> all() {
        return StreamSupport.stream(FILE.path("cases").spliterator(), false)
                .map(Case::new)
                .toList();
    }

    /** One case: a form, what the server gives it, what is posted, and what is wrong with that. */
    record Case(JsonNode json) {

        String schema() {
            String form = json.path("form").asText();
            JsonNode own = FILE.path("schemas").path(form);
            try {
                return own.isMissingNode() ? Files.readString(Path.of("forms", form + ".form")) : own.toString();
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }

        Map<String, Object> data() {
            return map(json.path("data"));
        }

        Map<String, Object> answers() {
            return map(json.path("answers"));
        }

        /** By field the keys of its problems, with their arguments after a colon. */
        Map<String, List<String>> problems() {
            return problems(json.path("problems"));
        }

        /** What the browser says where it may say something else, or the same. */
        Map<String, List<String>> problemsInBrowser() {
            Map<String, List<String>> said = json.path("browser").isObject()
                    ? problems(json.path("browser").path("problems"))
                    : problems();
            said.replaceAll((field, words) -> words.stream()
                    .map(word -> word.replaceFirst("^form\\.ownWords:", ""))
                    .toList());
            return said;
        }

        /** A value that no control can hold is posted only by other programs. */
        boolean onlyForServer() {
            return json.path("browser").isTextual();
        }

        private static Map<String, List<String>> problems(JsonNode node) {
            Map<String, List<String>> problems = new TreeMap<>();
            node.fields()
                    .forEachRemaining(entry -> problems.put(
                            entry.getKey(),
                            StreamSupport.stream(entry.getValue().spliterator(), false)
                                    .map(JsonNode::asText)
                                    .toList()));
            return problems;
        }

        @SuppressWarnings("unchecked")
        private static Map<String, Object> map(JsonNode node) {
            return node.isMissingNode() ? Map.of() : JSON.convertValue(node, Map.class);
        }

        @Override
        public String toString() {
            return json.path("form").asText() + ": " + json.path("name").asText();
        }
    }

    /** A form file as the browser gets it. */
    static Object plain(String schema) {
        try {
            return JSON.readValue(schema, Object.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static JsonNode read() {
        try {
            return JSON.readTree(FormCases.class.getResource("/form-cases.json"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
