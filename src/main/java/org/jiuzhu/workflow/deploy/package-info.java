@NullMarked
package org.jiuzhu.workflow.deploy;

import org.jspecify.annotations.NullMarked;
