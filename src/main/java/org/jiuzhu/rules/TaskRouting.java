package org.jiuzhu.rules;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which roles do a step (decision {@code task-routing}). */
@Component
public class TaskRouting {

    private final Rules rules;

    TaskRouting(Rules rules) {
        this.rules = rules;
    }

    /**
     * @throws NoRule for a step that the table does not know
     */
    public List<String> rolesFor(String step, String orgCode) {
        return rulingsFor(step, orgCode).stream()
                .map(ruling -> ruling.text("role"))
                .toList();
    }

    List<Ruling> rulingsFor(String step, String orgCode) {
        return rules.some("task-routing", orgCode, Map.of("step", step));
    }
}
