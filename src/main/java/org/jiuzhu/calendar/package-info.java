/** The one work calendar: holidays and make-up workdays as data, and the arithmetic of deadlines over them. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.jiuzhu.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
