package org.jiuzhu.workflow;

import org.jspecify.annotations.Nullable;

/**
 * Lets open work stand still and go on again: nobody is offered a held task, its claim is released and its timers wait.
 * Tasks that decide about the very thing ({@link TaskHandler#isHeldBack}) are never held. Holding or lifting twice changes
 * nothing. In the running transaction.
 */
public interface Holds {

    /**
     * The tasks about a person, also those that come up later.
     *
     * @param reason a code, {@code DEATH}
     * @param caseId those of this case; null for those that belong to none
     */
    void holdPerson(String reason, long personId, @Nullable Long caseId);

    /** The tasks of a case, but for those at a professional point. */
    void holdCase(String reason, long caseId);

    /** Offers again what nothing else holds, to the groups of today and with new dates. */
    void liftPerson(String reason, long personId, @Nullable Long caseId);

    void liftCase(String reason, long caseId);

    /** Nothing of the case stands still any longer, for whatever reason it did. */
    void liftAll(long caseId);
}
