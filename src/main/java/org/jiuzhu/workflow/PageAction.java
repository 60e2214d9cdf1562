package org.jiuzhu.workflow;

import java.util.Map;
import org.jiuzhu.shared.Actor;

/**
 * Something that people do from a page, not from a task: a form of its own, then one verb. Its words are {@code
 * action.<key>} and {@code action.<key>.intro}. A Spring bean each.
 */
public interface PageAction {

    enum About {
        HOUSEHOLD,
        CASE
    }

    /** {@code report-death}; also the form's name. */
    String key();

    About about();

    /** The form's folder, {@code lifeevent}. */
    String module();

    /** Whether the page offers it to this actor now; read in the actor's scope. */
    boolean isOffered(long id, Actor actor);

    /** What the form shows and offers. */
    default Map<String, Object> data(long id, Actor actor) {
        return Map.of();
    }

    /**
     * @throws org.jiuzhu.shared.Refusal if a rule keeps this actor from it
     * @throws org.jiuzhu.shared.InvalidInput if an answer cannot be accepted
     */
    void perform(long id, FormAnswers answers, Actor actor);
}
