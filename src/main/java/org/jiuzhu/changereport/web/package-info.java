@NullMarked
package org.jiuzhu.changereport.web;

import org.jspecify.annotations.NullMarked;
