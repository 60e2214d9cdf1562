@NullMarked
package org.jiuzhu.network.process;

import org.jspecify.annotations.NullMarked;
