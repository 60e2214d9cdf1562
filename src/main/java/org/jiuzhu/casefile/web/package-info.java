@NullMarked
package org.jiuzhu.casefile.web;

import org.jspecify.annotations.NullMarked;
