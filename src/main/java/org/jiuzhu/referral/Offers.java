package org.jiuzhu.referral;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.shared.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which point was asked when, and what it said. */
@Component
class Offers {

    enum Answer {
        ACCEPTED,
        DECLINED,
        SILENT
    }

    private final JdbcTemplate jdbc;
    private final Cipher cipher;

    Offers(JdbcTemplate jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void made(long referralId, String ngoCode, Instant at) {
        jdbc.update(
                "insert into referral_offer (referral_id, ngo_code, offered_at) values (?, ?, ?)",
                referralId,
                ngoCode,
                Timestamp.from(at));
    }

    void answered(
            long referralId,
            String ngoCode,
            Answer answer,
            @Nullable String reason,
            @Nullable String message,
            Instant at) {
        jdbc.update(
                """
                update referral_offer set answer = ?, reason = ?, message = ?, answered_at = ?
                where referral_id = ? and ngo_code = ?
                """,
                answer.name(),
                reason,
                message == null ? null : cipher.encrypt(message),
                Timestamp.from(at),
                referralId,
                ngoCode);
    }

    /** Those who declined this referral or kept silent. */
    Set<String> declinedBy(long referralId) {
        return Set.copyOf(jdbc.queryForList(
                "select ngo_code from referral_offer where referral_id = ? and answer in ('DECLINED', 'SILENT')",
                String.class,
                referralId));
    }

    /** How many referrals each point has in hand. */
    Map<String, Integer> openPerProvider() {
        Map<String, Integer> open = new HashMap<>();
        jdbc.query(
                "select ngo_code, count(*) n from referral where settled_at is null and ngo_code is not null group by ngo_code",
                row -> {
                    open.put(row.getString("ngo_code"), row.getInt("n"));
                });
        return open;
    }
}
