package org.jiuzhu.lifecycle;

import java.util.Collection;
import java.util.Map;
import org.jiuzhu.lifecycle.ActiveCases.ActiveCase;

/** Which cases leads became or joined, as far as the reader sees them; the stage that keeps cases implements it. */
public interface LeadCases {

    /** By lead. */
    Map<Long, ActiveCase> of(Collection<Long> leadIds);
}
