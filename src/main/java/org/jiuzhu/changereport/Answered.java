package org.jiuzhu.changereport;

import java.util.List;
import org.jiuzhu.household.PersonCard;

/** What became of a report. */
public sealed interface Answered {

    /** @param again whether this very report had come before */
    record Taken(String number, boolean again) implements Answered {}

    /** Handed in as a lead, because the register has nobody like that. */
    record AsLead(String leadNumber) implements Answered {}

    /** Nothing was kept yet: whom the reporter may mean; nobody, if the list is empty. */
    record Unclear(List<PersonCard> candidates) implements Answered {}
}
