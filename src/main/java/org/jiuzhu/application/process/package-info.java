@NullMarked
package org.jiuzhu.application.process;

import org.jspecify.annotations.NullMarked;
