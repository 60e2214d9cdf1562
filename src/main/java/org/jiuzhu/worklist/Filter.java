package org.jiuzhu.worklist;

import org.jiuzhu.workflow.Stage;
import org.jspecify.annotations.Nullable;

/** Which part of somebody's open work is asked for. */
public record Filter(Scope scope, boolean overdueOnly, boolean urgentOnly, @Nullable Stage stage) {

    public enum Scope {
        /** What I hold. */
        MINE,
        /** What I may take. */
        OPEN,
        ALL
    }

    public static final Filter EVERYTHING = new Filter(Scope.ALL, false, false, null);
}
