@NullMarked
package org.jiuzhu.lifeevent.process;

import org.jspecify.annotations.NullMarked;
