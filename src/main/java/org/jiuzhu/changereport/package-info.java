/** Reports that something changed for a resident: from whoever noticed to what it means for the household (V18). */
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
            "workflow"
        })
@NullMarked
package org.jiuzhu.changereport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
