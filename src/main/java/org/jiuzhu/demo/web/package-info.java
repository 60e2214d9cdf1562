@NullMarked
package org.jiuzhu.demo.web;

import org.jspecify.annotations.NullMarked;
