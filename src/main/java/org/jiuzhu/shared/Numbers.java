package org.jiuzhu.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
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
        /** Change reports. */
        BH,
        /** Households. */
        HU,
        /** Service records. */
        JL,
        /** Applications. */
        SQ,
        /** Pushes of the monitoring platform. */
        TS,
        /** What happened to somebody: deaths and moves. */
        BD,
        /** Visits that somebody refused twice in a row. */
        JF,
        /** Changes of rules. */
        GZ,
        /** Units with too few consultants. */
        RY,
        /** Stays behind a door. */
        SM
    }

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Numbers(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public String next(Kind kind) {
        return next(kind, 1).get(0);
    }

    /** Many at once, ascending. */
    public List<String> next(Kind kind, int count) {
        int year = LocalDate.now(clock).getYear();
        return jdbc
                .queryForList(
                        "select nextval(?::regclass) from generate_series(1, ?)",
                        Long.class,
                        "number_" + kind.name().toLowerCase(Locale.ROOT),
                        count)
                .stream()
                .map(number -> "%s-%d-%06d".formatted(kind, year, number))
                .toList();
    }
}
