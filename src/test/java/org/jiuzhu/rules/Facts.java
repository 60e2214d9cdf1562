package org.jiuzhu.rules;

import java.util.HashMap;
import java.util.Map;

/** Facts as they are written in a test row: {@code mode=TIERED aged70=true highestRisk=2}. What is missing is unknown. */
final class Facts {

    private Facts() {}

    static Map<String, Object> of(String text) {
        var facts = new HashMap<String, Object>();
        for (var fact : text.trim().split("\\s+")) {
            if (!fact.isEmpty()) {
                var pair = fact.split("=", 2);
                facts.put(pair[0], value(pair[1]));
            }
        }
        return facts;
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?\\d+") ? (Object) Integer.valueOf(text) : text;
    }
}
