@NullMarked
package org.jiuzhu.rulechange.web;

import org.jspecify.annotations.NullMarked;
