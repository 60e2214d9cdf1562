@NullMarked
package org.jiuzhu.referral.process;

import org.jspecify.annotations.NullMarked;
