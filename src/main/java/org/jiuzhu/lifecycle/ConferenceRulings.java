package org.jiuzhu.lifecycle;

import java.util.Optional;

/** What a conference decided, beyond the word that its process carries; the stage of conferences implements it. */
public interface ConferenceRulings {

    /** The resource that is to be linked. */
    Optional<Long> resourceOf(long conferenceId);
}
