package org.jiuzhu.workflow;

import java.util.List;
import org.jiuzhu.shared.Actor;

/** What is open about a case, as far as the reader sees it. */
public interface OpenWork {

    /** The most pressing first. */
    List<WorkItem> ofCase(long caseId);

    /** The open tasks of one kind that the actor holds or is offered, as far as their scope shows them. */
    List<WorkItem> forActor(String taskKey, Actor actor, int most);

    /** Tasks about which the engine and the work list say different things: always none, seen by the product itself. */
    List<String> astray();
}
