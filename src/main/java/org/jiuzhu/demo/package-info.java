/** The demo district: a network and residents that are obviously made up, and the clock that can be moved. */
@ApplicationModule
@NullMarked
package org.jiuzhu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
