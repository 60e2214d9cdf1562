package org.jiuzhu.workflow;

import java.util.Collection;

/** Who is told when a task is late; the module that routes implements it. */
public interface EscalationGroups {

    Collection<String> groups(String orgCode);

    /** Of a step of escalation that has a function of its own. */
    Collection<String> groups(String function, String orgCode);
}
