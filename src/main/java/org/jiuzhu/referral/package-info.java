/** Referral of one need to a professional point: offered, answered, served, confirmed (SJ 四(四), CS 三(四)). */
@ApplicationModule(
        allowedDependencies = {"workflow", "lifecycle", "timeline", "rules", "network", "household", "resource"})
@NullMarked
package org.jiuzhu.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
