/** Who may not deal with whom: the near relatives of those who work here, on file (近亲属备案, PT(三)(五)). */
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
package org.jiuzhu.conflict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
