package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Where a value stands in the answers: {@code items[0].goal}. Parts are names (String) and rows (Integer). */
record FieldPath(List<Object> parts) {

    static final FieldPath ROOT = new FieldPath(List.of());

    FieldPath names(List<String> names) {
        return plus(names);
    }

    FieldPath name(String name) {
        return plus(List.of(name));
    }

    FieldPath row(int index) {
        return plus(List.of(index));
    }

    private FieldPath plus(List<?> more) {
        List<Object> longer = new ArrayList<>(parts);
        longer.addAll(more);
        return new FieldPath(List.copyOf(longer));
    }

    /** The value there, or a missing node. */
    JsonNode in(JsonNode root) {
        JsonNode at = root;
        for (Object part : parts) {
            at = part instanceof Integer row ? at.path(row) : at.path((String) part);
        }
        return at;
    }

    /** The values at this path with any row in place of each of its rows. */
    List<JsonNode> inAnyRow(JsonNode root) {
        List<JsonNode> found = List.of(root);
        for (Object part : parts) {
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode at : found) {
                if (part instanceof String name) {
                    next.add(at.path(name));
                } else {
                    at.forEach(next::add);
                }
            }
            found = next;
        }
        return found;
    }

    /** Puts a value; objects on the way are made, rows have to be there. */
    void put(ObjectNode root, JsonNode value) {
        JsonNode at = root;
        for (Object part : parts.subList(0, parts.size() - 1)) {
            if (part instanceof Integer row) {
                at = ((ArrayNode) at).get(row);
            } else {
                JsonNode there = at.path((String) part);
                at = there.isContainerNode() ? there : ((ObjectNode) at).putObject((String) part);
            }
        }
        ((ObjectNode) at).set(last(), value);
    }

    void remove(ObjectNode root) {
        JsonNode holder = new FieldPath(parts.subList(0, parts.size() - 1)).in(root);
        if (holder instanceof ObjectNode object) {
            object.remove(last());
        }
    }

    private String last() {
        return (String) parts.get(parts.size() - 1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof Integer row) {
                text.append('[').append(row).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(part);
            }
        }
        return text.toString();
    }
}
