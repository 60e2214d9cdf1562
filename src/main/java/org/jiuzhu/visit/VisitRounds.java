package org.jiuzhu.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.workflow.Messages;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asking for rounds: by the day, by hand, because a plan changed. Many who ask for the same get one. */
@Component
public class VisitRounds {

    private static final String ASK =
            """
            insert into visit_round (kind, requested_at, requested_by) values (?, ?, ?)
            on conflict (kind) where started_at is null do nothing returning id, number
            """;

    /** Whoever waits for a round holds its begin back until the waiting transaction has ended. */
    private static final String WAITS = "select id from visit_round where kind = ? and started_at is null for share";

    private final RoundSettings settings;
    private final Messages messages;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    VisitRounds(RoundSettings settings, Messages messages, JdbcTemplate jdbc, Clock clock) {
        this.settings = settings;
        this.messages = messages;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Why there is a round. */
    public enum Kind {
        /** Every midnight. */
        DAILY,
        /** Somebody pressed the button. */
        HAND,
        /** Plans changed: what begins today shall not wait for midnight. */
        CHANGE
    }

    /**
     * Asks for a round that will see what the running transaction writes; one of the kind that has not begun yet is enough.
     * Ask last: from here to the transaction's end that round waits for it. A round that changes plans asks for none.
     */
    @Transactional
    public void request(Kind kind, Actor by) {
        if (kind == Kind.CHANGE && (!settings.onChange() || isAtWork())) {
            return;
        }
        while (!isAskedFor(kind, by)) {
            // The one that waited has begun meanwhile and may not see what this transaction wrote: ask for another.
            continue;
        }
    }

    private record AtWork() {}

    /** From here to the end of the batch a round is at work, which starts itself what it opens. */
    static void atWork() {
        Batch.know(new AtWork(), true);
    }

    private static boolean isAtWork() {
        return Batch.once(new AtWork(), () -> false);
    }

    private boolean isAskedFor(Kind kind, Actor by) {
        List<Round> made = jdbc.query(ASK, Round::of, kind.name(), Timestamp.from(clock.instant()), by.username());
        made.forEach(round -> messages.start("VisitRoundRequested", round.number(), Map.of("roundId", round.id())));
        return !made.isEmpty()
                || !jdbc.queryForList(WAITS, Long.class, kind.name()).isEmpty();
    }
}
