/** Who works where: districts, stations, points, social organisations, their people, and who gets which task. */
@ApplicationModule(allowedDependencies = {"workflow", "rules", "access"})
@NullMarked
package org.jiuzhu.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
