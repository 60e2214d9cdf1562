package org.jiuzhu.referral;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What professional points did; append-only. */
@Component
public class ReferralServices {

    private final JdbcTemplate jdbc;
    private final Cipher cipher;
    private final Clock clock;

    ReferralServices(JdbcTemplate jdbc, Cipher cipher, Clock clock) {
        this.jdbc = jdbc;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** @param hours 0.5 to 24, in steps of half an hour */
    @Transactional
    public void write(
            long referralId,
            String ngoCode,
            LocalDate servedOn,
            BigDecimal hours,
            String method,
            String content,
            @Nullable LocalDate nextOn,
            Actor by) {
        jdbc.update(
                """
                insert into referral_service
                  (referral_id, ngo_code, served_on, hours, method, content, next_on, written_by, written_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                referralId,
                ngoCode,
                Date.valueOf(servedOn),
                hours,
                method,
                cipher.encrypt(content),
                nextOn == null ? null : Date.valueOf(nextOn),
                by.username(),
                Timestamp.from(clock.instant()));
    }
}
