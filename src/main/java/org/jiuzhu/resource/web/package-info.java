@NullMarked
package org.jiuzhu.resource.web;

import org.jspecify.annotations.NullMarked;
