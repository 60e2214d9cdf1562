@NullMarked
package org.jiuzhu.network.web;

import org.jspecify.annotations.NullMarked;
