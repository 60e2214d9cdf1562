@NullMarked
package org.jiuzhu.application.web;

import org.jspecify.annotations.NullMarked;
