package org.jiuzhu.access;

import java.util.Optional;

/** The register as access asks it, on every request; it runs with a system scope. */
public interface ActorDirectory {

    /** Empty for somebody the register does not know or no longer has: such an account sees nothing. */
    Optional<ActorPlace> place(String username);
}
