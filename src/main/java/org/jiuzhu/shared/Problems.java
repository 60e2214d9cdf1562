package org.jiuzhu.shared;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong field by field, so that a user sees all of it at once. */
public final class Problems {

    private final List<FieldProblem> found = new ArrayList<>();

    public void add(String field, String messageKey, Object... args) {
        found.add(FieldProblem.of(field, messageKey, args));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws InvalidInput if anything was found */
    public void check() {
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }
}
