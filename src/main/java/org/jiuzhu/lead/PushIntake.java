package org.jiuzhu.lead;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Numbers;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.Cipher;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps a push as it came and starts its process, in one transaction; its entries are read afterwards, by jobs. */
@Component
public class PushIntake {

    private final Network network;
    private final LeadSettings settings;
    private final Numbers numbers;
    private final Messages messages;
    private final Cipher cipher;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PushIntake(
            Network network,
            LeadSettings settings,
            Numbers numbers,
            Messages messages,
            Cipher cipher,
            DataScopes scopes,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock) {
        this.network = network;
        this.settings = settings;
        this.numbers = numbers;
        this.messages = messages;
        this.cipher = cipher;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param repeated whether this push had come before */
    public record Receipt(String number, int entries, boolean repeated) {}

    /**
     * The same client's reference, or the same words, twice is one push, also at the same moment.
     *
     * @param ref the client's own reference, if it has one
     * @throws Refusal CONFLICT if the reference stands for other words
     */
    public Receipt receive(PushBody body, @Nullable String ref, Actor by) {
        return scopes.asSystem("push intake", () -> transaction.execute(status -> received(body, ref, by)));
    }

    private Receipt received(PushBody body, @Nullable String ref, Actor by) {
        String number = numbers.next(Numbers.Kind.TS);
        String district = network.place(settings.defaultStreet()).districtCode();
        List<Long> claimed = jdbc.queryForList(
                """
                insert into lead_push (number, pushed_by, push_ref, content_hash, received_at, entries, district_code)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
                """,
                Long.class,
                number,
                by.username(),
                ref,
                body.hash(),
                Timestamp.from(clock.instant()),
                body.entries().size(),
                district);
        if (claimed.isEmpty()) {
            return known(body, ref, by);
        }
        long id = claimed.get(0);
        keep(id, body.entries(), district);
        messages.start("LeadsPushed", number, Map.of("pushId", id));
        return new Receipt(number, body.entries().size(), false);
    }

    private Receipt known(PushBody body, @Nullable String ref, Actor by) {
        Known first = Objects.requireNonNull(jdbc.queryForObject(
                """
                select number, entries, content_hash from lead_push where pushed_by = ? and (push_ref = ? or content_hash = ?)
                order by (push_ref is not distinct from ?) desc limit 1
                """,
                (row, at) -> new Known(row.getString("number"), row.getInt("entries"), row.getString("content_hash")),
                by.username(),
                ref,
                body.hash(),
                ref));
        if (!body.hash().equals(first.hash())) {
            throw new Refusal(Refusal.Kind.CONFLICT, "lead.push.otherWords", first.number());
        }
        return new Receipt(first.number(), first.entries(), true);
    }

    private record Known(String number, int entries, String hash) {}

    private void keep(long id, List<String> entries, String district) {
        Object[] rows = IntStream.rangeClosed(1, entries.size()).boxed().toArray(Integer[]::new);
        byte[][] sealed = entries.stream().map(cipher::encrypt).toArray(byte[][]::new);
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            Array rowNumbers = connection.createArrayOf("int4", rows);
            Array words = connection.createArrayOf("bytea", sealed);
            try (PreparedStatement insert = Objects.requireNonNull(
                    connection.prepareStatement(
                            """
                            insert into lead_push_entry (push_id, row_no, as_received, district_code)
                            select ?, row_no, words, ? from unnest(?, ?) as entry(row_no, words)
                            """))) {
                insert.setLong(1, id);
                insert.setString(2, district);
                insert.setArray(3, rowNumbers);
                insert.setArray(4, words);
                return insert.executeUpdate();
            }
        });
    }
}
