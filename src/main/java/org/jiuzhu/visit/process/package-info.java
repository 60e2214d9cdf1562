@NullMarked
package org.jiuzhu.visit.process;

import org.jspecify.annotations.NullMarked;
