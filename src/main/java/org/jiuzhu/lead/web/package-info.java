@NullMarked
package org.jiuzhu.lead.web;

import org.jspecify.annotations.NullMarked;
