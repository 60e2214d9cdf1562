@NullMarked
package org.jiuzhu.servicerecord.web;

import org.jspecify.annotations.NullMarked;
