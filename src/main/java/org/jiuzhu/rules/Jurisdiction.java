package org.jiuzhu.rules;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How a place organises the work: bodies, duties, who visits, who trains, where records go (decision {@code jurisdiction}). */
@Component
public class Jurisdiction {

    private final Rules rules;

    Jurisdiction(Rules rules) {
        this.rules = rules;
    }

    /** The values of a parameter with their sources; empty where neither the profile nor the default says anything. */
    public List<Ruling> of(String orgCode, String parameter) {
        return rules.all("jurisdiction", orgCode, Map.of("parameter", parameter));
    }

    /** The codes of the service groups that a record names, {@code S1} to {@code S6}: five in Songjiang, else six. */
    public List<String> serviceGroups(String orgCode) {
        return of(orgCode, "serviceGroup").stream()
                .map(ruling -> ruling.text("value"))
                .toList();
    }
}
