package org.jiuzhu.timeline;

import java.util.Collection;
import java.util.Set;

/** Knows which service records the reader may open; one that was written at an earlier place stays there. */
public interface ReadableRecords {

    /** @return those of the numbers that the reader's scope shows */
    Set<String> visible(Collection<String> numbers);
}
