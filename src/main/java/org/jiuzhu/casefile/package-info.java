/** Cases: one household's way through the stages, its plans, and how it ended. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "calendar",
            "household",
            "lifecycle",
            "network",
            "resource",
            "rules",
            "timeline",
            "workflow"
        })
@NullMarked
package org.jiuzhu.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
