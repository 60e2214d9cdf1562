package org.jiuzhu.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What a form file calls its fields and choices in the reader's language. */
final class FormWords {

    private final JsonNode form;
    private final boolean english;

    FormWords(String file, boolean english) {
        try {
            this.form =
                    new ObjectMapper().readTree(Path.of("forms", file + ".form").toFile());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        this.english = english;
    }

    String label(String key) {
        JsonNode field = field(key);
        String chinese = field.path("label").asText(field.path("dateLabel").asText());
        return english ? field.at("/properties/labelEn").asText(chinese) : chinese;
    }

    String choice(String key, String value) {
        return StreamSupport.stream(field(key).path("values").spliterator(), false)
                .filter(option -> option.path("value").asText().equals(value))
                .map(option -> english
                        ? option.path("labelEn").asText(option.path("label").asText())
                        : option.path("label").asText())
                .findFirst()
                .orElseThrow(() -> new AssertionError(key + " has no choice " + value));
    }

    private JsonNode field(String path) {
        String key = path.substring(path.lastIndexOf('.') + 1);
        boolean nested = path.indexOf('.') >= 0;
        return find(form.path("components"), key, nested)
                .orElseThrow(() -> new AssertionError("The form has no field " + path));
    }

    private static Optional<JsonNode> find(JsonNode components, String key, boolean nested) {
        for (JsonNode component : components) {
            boolean list = component.path("type").asText().equals("dynamiclist");
            if (!nested && component.path("key").asText().equals(key)) {
                return Optional.of(component);
            }
            Optional<JsonNode> within =
                    list && !nested ? Optional.empty() : find(component.path("components"), key, nested && !list);
            if (within.isPresent()) {
                return within;
            }
        }
        return Optional.empty();
    }
}
