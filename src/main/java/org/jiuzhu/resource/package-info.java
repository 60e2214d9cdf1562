/** What can be given: policies, resources, projects, and the services of professional points, each with its validity (CS 四(三)). */
@ApplicationModule(allowedDependencies = {"network", "access", "calendar"})
@NullMarked
package org.jiuzhu.resource;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
