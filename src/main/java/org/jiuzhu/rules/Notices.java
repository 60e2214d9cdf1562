package org.jiuzhu.rules;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which notice a profile rests on, and for which time (decision {@code profile}). */
@Component
public class Notices {

    private final Rules rules;

    Notices(Rules rules) {
        this.rules = rules;
    }

    /** @throws NoRule for a profile that the table does not know */
    public Notice of(String profile) {
        Ruling ruling = rules.oneForAll("profile", Map.of("profile", profile));
        return new Notice(
                profile,
                text(ruling, "notice"),
                text(ruling, "title"),
                day(ruling, "dated"),
                day(ruling, "effectiveFrom"),
                day(ruling, "effectiveTo"),
                Notice.Caveat.valueOf(ruling.text("caveat")),
                ruling);
    }

    private static @Nullable String text(Ruling ruling, String output) {
        return ruling.has(output) ? ruling.text(output) : null;
    }

    private static @Nullable LocalDate day(Ruling ruling, String output) {
        return ruling.has(output) ? LocalDate.parse(ruling.text(output)) : null;
    }
}
