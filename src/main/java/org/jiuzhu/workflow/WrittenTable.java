package org.jiuzhu.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A decision table as a modeler has written it.
 *
 * @param version counted by the engine from 1
 */
public record WrittenTable(
        String id, int version, Label name, List<Column> inputs, List<Column> outputs, List<Row> rows) {

    /** A text in both languages; Chinese where nobody has written English. */
    public record Label(String chinese, String english) {

        public String in(Locale locale) {
            return "en".equals(locale.getLanguage()) && !english.isEmpty() ? english : chinese;
        }
    }

    /** @param name an input's expression, an output's name */
    public record Column(String name, Label label) {}

    /**
     * @param conditions cells by input, {@code -} where the row does not ask
     * @param conclusions cells by output, as expressions: a word stands in quotation marks
     * @param description the sentence it rests on, in Chinese
     */
    public record Row(String id, Map<String, String> conditions, Map<String, String> conclusions, String description) {

        /** Both, in the table's order. */
        public Map<String, String> cells() {
            Map<String, String> cells = new LinkedHashMap<>(conditions);
            cells.putAll(conclusions);
            return cells;
        }
    }
}
