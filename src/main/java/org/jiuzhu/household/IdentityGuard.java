package org.jiuzhu.household;

import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.database.DataScopes;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One person per identity number, also where the asker does not see the other one. */
@Component
class IdentityGuard {

    private final PersonRows rows;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;

    IdentityGuard(PersonRows rows, DataScopes scopes, JdbcTemplate jdbc) {
        this.rows = rows;
        this.scopes = scopes;
        this.jdbc = jdbc;
    }

    /**
     * Two registrations of one number wait for each other; a caught violation would abort the transaction.
     *
     * @throws Refusal CONFLICT if somebody else has this number
     */
    void refuseSecond(String idHash) {
        oneAtATime(idHash);
        boolean known = scopes.asSystem("one person per identity number", () -> rows.findByIdHash(idHash)
                .isPresent());
        if (known) {
            throw new Refusal(Refusal.Kind.CONFLICT, "person.idNumber.known");
        }
    }

    /** Until the transaction ends; taking it again does not wait. */
    void oneAtATime(String idHash) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 11))", row -> {}, idHash);
    }
}
