@NullMarked
package org.jiuzhu.assessment.process;

import org.jspecify.annotations.NullMarked;
