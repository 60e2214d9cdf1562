/** What the notices decide, read from decision tables by the profile of the organisation, and deadlines made of it. */
@ApplicationModule(allowedDependencies = {"shared", "calendar", "workflow"})
@NullMarked
package org.jiuzhu.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
