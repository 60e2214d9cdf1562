package org.jiuzhu.workflow;

import java.util.Collection;
import java.util.Set;
import java.util.function.Predicate;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;

/** Who may not deal with whom, whatever group they are in; the module that knows the relatives implements it. */
public interface ClaimGate {

    enum Deed {
        OPEN,
        CLAIM,
        COMPLETE
    }

    boolean excludes(String username, long householdId);

    /** The usernames of those who may not deal with the household. */
    Set<String> excludedFrom(long householdId);

    /** The usernames of those who may not deal with it. */
    Set<String> excluded(TaskSubject subject);

    /** Those of them from which somebody may be excluded; asked once for many, and none of them, nearly always. */
    Collection<TaskSubject> sensitive(Collection<TaskSubject> subjects);

    /** Puts on record what somebody tried who may not, and says so. */
    Refusal refuse(TaskSubject subject, Actor actor, Deed deed);

    /**
     * Whom to ask as well, because everybody in the groups that were asked is excluded; nobody, nearly always.
     *
     * @param mayClaim whether the task's own rule lets somebody have it
     */
    Collection<String> insteadOf(Collection<String> groups, TaskSubject subject, Predicate<Actor> mayClaim);
}
