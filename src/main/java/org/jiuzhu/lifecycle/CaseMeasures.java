package org.jiuzhu.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a stage carries out about a case's needs, for the case's own page; every stage that does so implements it. */
public interface CaseMeasures {

    List<Measure> of(long caseId);

    /**
     * @param state a due state's name, as the style sheets have it
     * @param stateText in the reader's words, as all that follows
     */
    record Measure(long needId, String number, String href, String state, String stateText, @Nullable String detail) {}
}
