/** Who was refused what, and who read what is sensitive: an append-only log without personal data. */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.jiuzhu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
