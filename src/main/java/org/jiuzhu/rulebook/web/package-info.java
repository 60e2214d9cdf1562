@NullMarked
package org.jiuzhu.rulebook.web;

import org.jspecify.annotations.NullMarked;
