package org.jiuzhu.household;

import java.time.LocalDate;
import java.util.List;

/** What other modules have about a household, for its page: service records, leads, change reports. */
public interface HouseholdPapers {

    /** {@code records}, {@code leads} or {@code changes}; its words are {@code household.papers.<kind>}. */
    String kind();

    /** Newest first, as far as they are visible. */
    List<Paper> of(long householdId);

    /** @param words what it is, in the reader's language */
    record Paper(String number, String href, LocalDate on, String words) {}
}
