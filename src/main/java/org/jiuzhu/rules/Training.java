package org.jiuzhu.rules;

import java.util.Map;
import org.springframework.stereotype.Component;

/** How often whom to train, at least (decision {@code training}). */
@Component
public class Training {

    public enum Audience {
        CONSULTANT,
        ASSISTANCE_OFFICER,
        ASSISTANCE_SPECIALIST,
        STAR_CONSULTANT
    }

    private final Rules rules;

    Training(Rules rules) {
        this.rules = rules;
    }

    /**
     * Its outputs are {@code count}, missing for mentoring, and {@code period}.
     *
     * @throws NoRule where nobody asks for the training of such people
     */
    public Ruling required(String orgCode, Audience audience) {
        return rules.one("training", orgCode, Map.of("audience", audience.name()));
    }
}
