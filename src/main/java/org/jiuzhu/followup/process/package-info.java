@NullMarked
package org.jiuzhu.followup.process;

import org.jspecify.annotations.NullMarked;
