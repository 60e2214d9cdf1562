@NullMarked
package org.jiuzhu.lifeevent.web;

import org.jspecify.annotations.NullMarked;
