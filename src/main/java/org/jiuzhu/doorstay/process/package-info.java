@NullMarked
package org.jiuzhu.doorstay.process;

import org.jspecify.annotations.NullMarked;
