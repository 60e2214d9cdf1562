/** The one work calendar: holidays and make-up workdays as data, and the arithmetic of deadlines over them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package org.jiuzhu.calendar;
