package org.jiuzhu.visit;

import java.time.Instant;
import java.time.LocalDate;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.calendar.WorkCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Days on which a district contacts people in special care daily (特殊节点, PT(九)).
 *
 * @param removedAt when it was taken back, or null
 */
public record SpecialNode(
        long id,
        String districtCode,
        String name,
        Span span,
        Instant recordedAt,
        String recordedBy,
        @Nullable Instant removedAt,
        @Nullable String removedBy) {

    public boolean isRemoved() {
        return removedAt != null;
    }

    public boolean isOverOn(LocalDate day) {
        return !day.isBefore(span.end());
    }

    public LocalDate lastDay() {
        return span.end().minusDays(1);
    }

    /** How many of its days demanded something: one that was taken back while it lasted ended on that day. */
    public long daysInForce() {
        if (removedAt == null) {
            return span.days();
        }
        LocalDate removedOn = LocalDate.ofInstant(removedAt, WorkCalendar.ZONE);
        return removedOn.isAfter(span.start()) ? new Span(span.start(), min(removedOn, span.end())).days() : 0;
    }

    private static LocalDate min(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }
}
