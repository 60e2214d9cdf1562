package org.jiuzhu.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

record FormFile(String path, JsonNode json) implements ModelFile {

    /** A component and the list it stands in: the same key may stand in another list. */
    record Component(String list, JsonNode json) {

        String text(String field) {
            return json.path(field).asText("");
        }

        String english(String field) {
            return json.path("properties").path(field).asText("");
        }
    }

    @Override
    public String id() {
        return json.path("id").asText();
    }

    Stream<Component> components() {
        return below("", json);
    }

    private static Stream<Component> below(String list, JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(child -> {
                    String path = child.path("path").asText("");
                    String inner = path.isEmpty() ? list : list + "/" + path;
                    return Stream.concat(Stream.of(new Component(list, child)), below(inner, child));
                });
    }
}
