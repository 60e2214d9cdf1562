/** What happens to people and households while they are on the register: deaths and moves, reported and settled. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "calendar",
            "household",
            "lifecycle",
            "network",
            "rules",
            "timeline",
            "workflow",
            "workflow::form"
        })
@NullMarked
package org.jiuzhu.lifeevent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
