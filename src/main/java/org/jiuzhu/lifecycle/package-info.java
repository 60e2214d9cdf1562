/** The events by which stages tell each other how a household's case goes on: ids only. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.jiuzhu.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
