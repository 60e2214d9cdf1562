package org.jiuzhu.shared;

import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who does something: a person at a desk or a door, or a named machine.
 *
 * @param groups task groups, {@code role:orgCode}
 * @param mayAct whether the register lets the account take tasks (a filed consultant, an NGO under contract)
 */
public record Actor(
        String username,
        String displayName,
        Set<String> roles,
        @Nullable String orgCode,
        Set<String> groups,
        boolean mayAct)
        implements Serializable {

    /** The username under which the process itself acts: a deadline passed, a rule decided. */
    public static final String SYSTEM = "system";

    public static Actor machine(String name) {
        return new Actor(name, name, Set.of(), null, Set.of(), true);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }
}
