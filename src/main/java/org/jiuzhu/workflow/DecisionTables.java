package org.jiuzhu.workflow;

import java.util.List;

/** The decision tables that are deployed, as they are written: for pages that show rules to people. */
public interface DecisionTables {

    /** The latest version of every table, by id. */
    List<WrittenTable> latest();
}
