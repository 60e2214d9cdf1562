package org.jiuzhu.workflow;

import java.util.List;

/** What is open about a case, as far as the reader sees it. */
public interface OpenWork {

    /** The most pressing first. */
    List<WorkItem> ofCase(long caseId);

    /** Tasks about which the engine and the work list say different things: always none, seen by the product itself. */
    List<String> astray();
}
