/** Who is behind a door that the register has flagged, and who looks after them when they do not come out (CS 四(二)). */
@ApplicationModule(allowedDependencies = {"calendar", "household", "lifecycle", "network", "rules", "workflow"})
@NullMarked
package org.jiuzhu.doorstay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
