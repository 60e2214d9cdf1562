/** When somebody is owed a visit: the arithmetic of duties, plans, windows and what they come to, without a database. */
@ApplicationModule(allowedDependencies = {"calendar", "rules", "servicerecord"})
@NullMarked
package org.jiuzhu.cadence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
