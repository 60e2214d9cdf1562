/** What rules hold where and on which day, read from the deployed tables, each with the sentence it rests on. */
@ApplicationModule(allowedDependencies = {"rules", "network", "workflow", "access", "calendar"})
@NullMarked
package org.jiuzhu.rulebook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
