package org.jiuzhu.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns JSON into plain maps, lists, texts, booleans and {@link BigDecimal}s. */
final class Json {

    private Json() {}

    static Map<String, @Nullable Object> map(ObjectNode object) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        object.fields().forEachRemaining(entry -> map.put(entry.getKey(), plain(entry.getValue())));
        return map;
    }

    static @Nullable Object plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return map(object);
        }
        if (node.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            node.forEach(item -> list.add(plain(item)));
            return list;
        }
        if (node.isNumber()) {
            return number(node);
        }
        return node.isBoolean() ? (Object) node.booleanValue() : node.isTextual() ? node.textValue() : null;
    }

    /** Without the zeros that say nothing, and never with an exponent. */
    static BigDecimal number(JsonNode node) {
        return tidy(node.decimalValue());
    }

    static BigDecimal tidy(BigDecimal number) {
        BigDecimal tidied = number.stripTrailingZeros();
        return tidied.scale() < 0 ? tidied.setScale(0) : tidied;
    }

    static boolean same(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other);
    }

    static boolean has(Iterable<JsonNode> list, JsonNode value) {
        for (JsonNode item : list) {
            if (same(item, value)) {
                return true;
            }
        }
        return false;
    }
}
