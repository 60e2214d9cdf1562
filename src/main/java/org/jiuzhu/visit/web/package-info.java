@NullMarked
package org.jiuzhu.visit.web;

import org.jspecify.annotations.NullMarked;
