@NullMarked
package org.jiuzhu.lead.process;

import org.jspecify.annotations.NullMarked;
