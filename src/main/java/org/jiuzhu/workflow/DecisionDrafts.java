package org.jiuzhu.workflow;

import java.util.Map;

/** Changes decision tables: first as a draft that answers in memory, then, by itself, as the version in force. */
public interface DecisionDrafts {

    /**
     * The latest version of a table with other cells in some of its rows.
     *
     * @param cells by row id, then by the input's expression or the output's name, as expressions: a word stands in quotation marks, nothing is empty
     * @param remark put behind the description of every changed row
     * @throws IllegalArgumentException for a table, row or column that is not there
     */
    DecisionDraft change(String decisionId, Map<String, Map<String, String>> cells, String remark);

    /**
     * Puts a draft in force, in the running transaction. What ships with the product does not supersede it any more.
     *
     * @return the number of the new version, counted from 1
     */
    int publish(DecisionDraft draft);
}
