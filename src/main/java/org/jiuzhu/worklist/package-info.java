/** The work list and the task page: what is mine to do, and doing it. */
@ApplicationModule
@NullMarked
package org.jiuzhu.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
