@NullMarked
package org.jiuzhu.worklist.web;

import org.jspecify.annotations.NullMarked;
