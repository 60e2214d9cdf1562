package org.jiuzhu.rules;

import java.time.LocalDate;
import java.util.List;

/** Which jurisdiction profiles an organisation follows; the network answers it. */
public interface Profiles {

    /** The profile most special to general that is in force on a day for a unit, its parents' after its own. */
    List<String> chainFor(String orgCode, LocalDate on);
}
