/** What the API says of itself, to programs and to people who write them. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.jiuzhu.apidocs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
