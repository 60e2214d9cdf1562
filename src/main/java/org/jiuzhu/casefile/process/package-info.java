@NullMarked
package org.jiuzhu.casefile.process;

import org.jspecify.annotations.NullMarked;
