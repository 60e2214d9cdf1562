/** Leads: what reaches the network about somebody in difficulty, from any channel, until its source has an answer. */
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
package org.jiuzhu.lead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
