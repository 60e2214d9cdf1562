package org.jiuzhu.assessment.process;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a form shows again after a return. */
final class Prefill {

    private Prefill() {}

    static Map<String, Object> known(Map<String, @Nullable Object> answers) {
        Map<String, Object> known = new HashMap<>();
        answers.forEach((key, value) -> {
            if (value != null) {
                known.put(key, value);
            }
        });
        return known;
    }
}
