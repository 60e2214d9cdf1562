@NullMarked
package org.jiuzhu.household.web;

import org.jspecify.annotations.NullMarked;
