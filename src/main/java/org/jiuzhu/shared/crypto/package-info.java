@NullMarked
package org.jiuzhu.shared.crypto;

import org.jspecify.annotations.NullMarked;
