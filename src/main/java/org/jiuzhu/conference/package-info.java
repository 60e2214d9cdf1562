/** Case conference (会商): what nobody could settle alone is decided together (PT(十三)). */
@ApplicationModule(allowedDependencies = {"workflow", "lifecycle", "network", "household", "resource"})
@NullMarked
package org.jiuzhu.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
