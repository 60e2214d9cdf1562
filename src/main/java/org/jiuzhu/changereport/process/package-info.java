@NullMarked
package org.jiuzhu.changereport.process;

import org.jspecify.annotations.NullMarked;
