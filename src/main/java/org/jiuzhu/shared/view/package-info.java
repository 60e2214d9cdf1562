/** What templates show, shared by every module's pages: the parts of {@code templates/fragments}. */
@NullMarked
package org.jiuzhu.shared.view;

import org.jspecify.annotations.NullMarked;
