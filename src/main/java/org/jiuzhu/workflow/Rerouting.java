package org.jiuzhu.workflow;

import java.util.Collection;
import org.jiuzhu.shared.Urgency;

/**
 * Gives open work to another organisation: in every process of the family the tasks are offered to the groups that its
 * rules name, claims are released, and item, task and timers get new dates together, counted from now under the new
 * profile [A]. What keeps its groups (a professional point's task) keeps its claim and its dates. In the running
 * transaction.
 */
public interface Rerouting {

    /** The process of this key with whatever it calls; nothing where it does not run. */
    void ofProcess(String businessKey, String orgCode);

    /** Everything open in the process and what it calls is due sooner where the rules say so; never later. */
    void press(String businessKey, Urgency urgency);

    /** The process and what it calls are about another household, at its place. */
    void refile(String businessKey, long householdId, String orgCode);

    /**
     * Somebody may do no tasks any more: what they hold is given back, and what their place's groups were offered is
     * offered to whomever the rules name today as well.
     *
     * @param groups the groups of the place
     */
    void ofStaff(String username, Collection<String> groups);

    /** The group is offered a task no more, and whoever of the group holds it gives it back. */
    void offerNoMore(String taskId, String group, boolean held);

    /** Whatever has an open task about the household, called processes included. */
    void ofHousehold(long householdId, String orgCode);
}
