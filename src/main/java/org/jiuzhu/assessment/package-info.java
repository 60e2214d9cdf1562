/** How a household lives and what it needs: notice and consent, home survey, risk, review (CS 二(三), SJ 四(二)). */
@ApplicationModule(
        allowedDependencies = {"workflow", "lifecycle", "rules", "network", "household", "resource", "timeline"})
@NullMarked
package org.jiuzhu.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
