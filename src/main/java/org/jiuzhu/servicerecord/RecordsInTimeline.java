package org.jiuzhu.servicerecord;

import java.util.Collection;
import java.util.Set;
import org.jiuzhu.timeline.ReadableRecords;
import org.springframework.stereotype.Component;

/** The time line tells of every record, and links those that open. */
@Component
class RecordsInTimeline implements ReadableRecords {

    private final ServiceRecords records;

    RecordsInTimeline(ServiceRecords records) {
        this.records = records;
    }

    @Override
    public Set<String> visible(Collection<String> numbers) {
        return records.visible(numbers);
    }
}
