/** Rules that change on a day to come: seen before by what they would do, and followed by everybody's plan on that day. */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "cadence",
            "calendar",
            "household",
            "network",
            "rules",
            "visit",
            "workflow"
        })
@NullMarked
package org.jiuzhu.rulechange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
