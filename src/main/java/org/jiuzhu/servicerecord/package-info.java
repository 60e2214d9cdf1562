/** What consultants did for residents: Songjiang's service record, written once and corrected by superseding. */
@ApplicationModule(
        allowedDependencies = {
            "workflow",
            "workflow::form",
            "lifecycle",
            "access",
            "audit",
            "timeline",
            "network",
            "rules",
            "household"
        })
@NullMarked
package org.jiuzhu.servicerecord;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
