@NullMarked
package org.jiuzhu.workflow.form;

import org.jspecify.annotations.NullMarked;
