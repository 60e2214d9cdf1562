/** Help with an application (代办申请): from the explained policy to the explained result (V2, V20, PT(一)). */
@ApplicationModule(
        allowedDependencies = {
            "access",
            "calendar",
            "household",
            "lifecycle",
            "network",
            "resource",
            "rules",
            "timeline",
            "workflow",
            "workflow::form"
        })
@NullMarked
package org.jiuzhu.application;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
