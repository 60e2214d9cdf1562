@NullMarked
package org.jiuzhu.conflict.web;

import org.jspecify.annotations.NullMarked;
