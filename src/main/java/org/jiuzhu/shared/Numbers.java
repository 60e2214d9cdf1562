package org.jiuzhu.shared;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Business numbers: prefix, year, six digits; gapless within a year only as far as transactions commit. */
@Component
public class Numbers {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Numbers(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param prefix XS lead, SH case, ZJ referral, HS conference */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public String next(String prefix) {
        int year = LocalDate.now(clock).getYear();
        Long number = jdbc.queryForObject(
                """
                insert into number_counter (prefix, year, last) values (?, ?, 1)
                on conflict (prefix, year) do update set last = number_counter.last + 1 returning last
                """,
                Long.class,
                prefix,
                year);
        return "%s-%d-%06d".formatted(prefix, year, number);
    }
}
