/** What visits are owed to whom, and which were made: windows are data, and their state is a function of dates. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "cadence",
            "calendar",
            "doorstay",
            "household",
            "lifecycle",
            "network",
            "rules",
            "servicerecord",
            "workflow"
        })
@NullMarked
package org.jiuzhu.visit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
