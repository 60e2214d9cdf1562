package org.jiuzhu.workflow;

import java.util.Collection;

/** Who is told when a task is late; the module that routes implements it. */
public interface EscalationGroups {

    Collection<String> groups(String orgCode);
}
