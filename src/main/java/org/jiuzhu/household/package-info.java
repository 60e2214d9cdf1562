/** Residents and their households: who lives where, what they need, and what the rules must know about them. */
@ApplicationModule(
        allowedDependencies = {"lifecycle", "network", "rules", "workflow", "timeline", "calendar", "access", "audit"})
@NullMarked
package org.jiuzhu.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
