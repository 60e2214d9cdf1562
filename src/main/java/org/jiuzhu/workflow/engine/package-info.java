@NullMarked
package org.jiuzhu.workflow.engine;

import org.jspecify.annotations.NullMarked;
