package org.jiuzhu.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Business numbers: kind, year, six digits ({@code SH-2026-000187}); unique, ascending, with gaps. */
@Component
public class Numbers {

    public enum Kind {
        /** Leads. */
        XS,
        /** Cases. */
        SH,
        /** Referrals. */
        ZJ,
        /** Conferences. */
        HS,
        /** Households. */
        HU,
        /** Service records. */
        JL,
        /** Applications. */
        SQ
    }

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Numbers(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public String next(Kind kind) {
        Long number = jdbc.queryForObject(
                "select nextval(?::regclass)",
                Long.class,
                "number_" + kind.name().toLowerCase(Locale.ROOT));
        return "%s-%d-%06d".formatted(kind, LocalDate.now(clock).getYear(), number);
    }
}
