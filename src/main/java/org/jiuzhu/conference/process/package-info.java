@NullMarked
package org.jiuzhu.conference.process;

import org.jspecify.annotations.NullMarked;
