/** Who somebody is and what they may see: login, roles, place in the network, data scope. */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package org.jiuzhu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
