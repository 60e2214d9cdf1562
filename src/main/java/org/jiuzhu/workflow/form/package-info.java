/** A form file's rules and words, on the server. */
@NamedInterface("form")
@NullMarked
package org.jiuzhu.workflow.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
