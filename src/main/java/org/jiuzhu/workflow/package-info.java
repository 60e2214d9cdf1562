/** The one door to the process engine: models, tasks, forms, decisions, time. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.jiuzhu.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
