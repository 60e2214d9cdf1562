package org.jiuzhu.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Which jurisdiction profiles an organisation follows; the network answers it. */
public interface Profiles {

    /** The profile most special to general that is in force on a day for a unit, its parents' after its own. */
    default List<String> chainFor(String orgCode, LocalDate on) {
        return chainFor(orgCode, on, Map.of());
    }

    /**
     * The same, if some units followed another profile of their own.
     *
     * @param instead profiles by unit
     */
    List<String> chainFor(String orgCode, LocalDate on, Map<String, String> instead);
}
