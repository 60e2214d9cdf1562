/** What happened to a household, its leads and its cases: appended once, shown everywhere. */
@ApplicationModule(allowedDependencies = {"workflow", "calendar"})
@NullMarked
package org.jiuzhu.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
