package org.jiuzhu.visit.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jiuzhu.servicerecord.ServiceItem;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.view.Typed;
import org.jiuzhu.visit.RefusalReason;
import org.jspecify.annotations.Nullable;

/**
 * What somebody told of a visit, as it was typed.
 *
 * @param seen the newest contact that the page knew of
 */
record QuickTyped(
        UUID request,
        long person,
        ServiceMode mode,
        long seen,
        List<Long> people,
        @Nullable QuickOutcome outcome,
        boolean emergency,
        @Nullable RefusalReason reason,
        String content,
        LocalDate servedOn,
        BigDecimal hours,
        Set<ServiceItem> items,
        String participants,
        @Nullable String companions) {

    /** What cannot be read is a problem of its field. */
    static QuickTyped read(Typed typed, ServiceMode mode, UUID request, long person, LocalDate today) {
        List<Long> people = typed.values().getOrDefault("people", List.of()).stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .toList();
        if (people.isEmpty()) {
            typed.wrong("people", "visit.quick.nobody");
        }
        QuickOutcome outcome = typed.code("outcome", QuickOutcome.class);
        if (outcome == null && typed.text("outcome") == null) {
            typed.wrong("outcome", "visit.quick.noOutcome");
        }
        RefusalReason reason =
                outcome == QuickOutcome.REFUSED ? typed.code("refusalReason", RefusalReason.class) : null;
        if (outcome == QuickOutcome.REFUSED && typed.text("refusalReason") == null) {
            typed.wrong("refusalReason", "visit.quick.noReason");
        }
        String content = typed.text("content");
        if (content == null) {
            typed.wrong("content", "visit.quick.noContent");
        }
        Long seen = typed.id("seen");
        return new QuickTyped(
                request,
                person,
                mode,
                seen == null ? 0 : seen,
                people,
                outcome,
                typed.yes("emergency"),
                reason,
                Objects.requireNonNullElse(content, ""),
                typed.requiredDate("servedOn", today),
                hours(typed),
                typed.codes("items", ServiceItem.class),
                Objects.requireNonNullElse(typed.text("participants"), ""),
                typed.text("companions"));
    }

    private static BigDecimal hours(Typed typed) {
        String text = typed.text("hours");
        if (text == null || !text.matches("\\d{1,2}([.]\\d)?")) {
            typed.wrong("hours", "servicerecord.hours");
            return BigDecimal.ZERO;
        }
        return new BigDecimal(text);
    }
}
