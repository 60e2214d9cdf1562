package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form file with those inside it.
 *
 * @param names the part of the binding path that is this component's own: a field's key, a container's path
 * @param json the component as written
 */
record FormPart(String type, List<String> names, JsonNode json, List<FormPart> parts) {

    private static final Set<String> FIELDS = Set.of(
            "textfield", "textarea", "number", "datetime", "checkbox", "radio", "select", "checklist", "taglist");
    private static final Set<String> CONTAINERS = Set.of("default", "group", "dynamiclist");
    private static final Set<String> SHOWN_ONLY =
            Set.of("text", "html", "image", "separator", "spacer", "table", "button", "iframe", "documentPreview");

    /** @throws IllegalArgumentException if the file is not a form, or has a component the server cannot check */
    static FormPart read(String schema, ObjectMapper mapper) {
        try {
            return read(mapper.readTree(schema));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("A form file is not JSON", broken);
        }
    }

    private static FormPart read(JsonNode json) {
        String type = json.path("type").asText();
        if (!FIELDS.contains(type) && !CONTAINERS.contains(type) && !SHOWN_ONLY.contains(type)) {
            throw new IllegalArgumentException("The server cannot check a form's component of type " + type);
        }
        List<FormPart> parts = new ArrayList<>();
        json.path("components").forEach(part -> parts.add(read(part)));
        String names = json.path(FIELDS.contains(type) ? "key" : "path").asText("");
        boolean bound = !names.isEmpty() && !SHOWN_ONLY.contains(type) && !type.equals("default");
        return new FormPart(type, bound ? List.of(names.split("\\.")) : List.of(), json, List.copyOf(parts));
    }

    boolean isField() {
        return FIELDS.contains(type);
    }

    /** A list whose parts stand in every row; form-js repeats unless the file says otherwise. */
    boolean isList() {
        return type.equals("dynamiclist") && json.path("isRepeating").asBoolean(true);
    }

    boolean rowsCanChange() {
        return json.path("allowAddRemove").asBoolean(true);
    }

    int defaultRows() {
        return json.path("defaultRepetitions").asInt(1);
    }

    boolean isMany() {
        return type.equals("checklist") || type.equals("taglist");
    }

    boolean isChoice() {
        return isMany() || type.equals("radio") || type.equals("select");
    }

    /** The text of a property, or null if the file does not have it. */
    @Nullable
    String text(String property) {
        JsonNode value = json.path(property);
        return value.isTextual() ? value.asText() : null;
    }

    JsonNode validate() {
        return json.path("validate");
    }

    /** The expression that hides the component when it holds. */
    @Nullable
    String hide() {
        JsonNode hide = json.path("conditional").path("hide");
        return hide.isTextual() ? hide.asText() : null;
    }
}
