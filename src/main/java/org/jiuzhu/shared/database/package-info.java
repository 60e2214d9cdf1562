@NullMarked
package org.jiuzhu.shared.database;

import org.jspecify.annotations.NullMarked;
