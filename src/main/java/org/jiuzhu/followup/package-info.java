/** Whether help arrived: the follow-up of a case with its three outcomes (SJ 四(五)). */
@ApplicationModule(allowedDependencies = {"workflow", "timeline", "network", "household"})
@NullMarked
package org.jiuzhu.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
