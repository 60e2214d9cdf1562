package org.jiuzhu.lead;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jiuzhu.lead.PushEntryReader.Read;
import org.jiuzhu.lead.PushRow.State;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Batch;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.crypto.Cipher;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.workflow.ForModels;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What lead-push does: the next entries become leads, or are told why not. */
@Component("pushes")
@ForModels
@Transactional
public class Pushes {

    /** Entries of one transaction; after a failure one at a time, so that none takes the others with it. */
    static final int CHUNK = 100;

    private static final int TRIES = 3;

    private final PushEntryReader reader;
    private final LeadIntake intake;
    private final Matching matching;
    private final Cipher cipher;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate apart;
    private final Clock clock;

    Pushes(
            PushEntryReader reader,
            LeadIntake intake,
            Matching matching,
            Cipher cipher,
            DataScopes scopes,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.reader = reader;
        this.intake = intake;
        this.matching = matching;
        this.cipher = cipher;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private record Entry(int row, String words) {}

    private record Settled(int row, State state, Read read, @Nullable String leadNumber) {}

    /** @return whether entries are left */
    public boolean takeNext(long pushId) {
        return scopes.asSystem("lead push", () -> {
            int tried = tried(pushId);
            return Batch.call(() -> take(pushId, tried));
        });
    }

    /** Counted in a transaction of its own, which stays when this one fails. */
    private int tried(long pushId) {
        Integer tries = apart.execute(status -> jdbc.queryForObject(
                "update lead_push set tries = tries + 1 where id = ? returning tries", Integer.class, pushId));
        return Objects.requireNonNull(tries);
    }

    private boolean take(long pushId, int tried) {
        List<Entry> next = jdbc.query(
                """
                select row_no, as_received from lead_push_entry where push_id = ? and state = 'WAITING'
                order by row_no limit ?
                """,
                (row, number) -> new Entry(row.getInt("row_no"), cipher.decrypt(row.getBytes("as_received"))),
                pushId,
                tried == 1 ? CHUNK : 1);
        List<Settled> settled = tried > TRIES ? givenUp(next) : settle(next, pusher(pushId));
        write(pushId, settled);
        return count(pushId, settled);
    }

    private static List<Settled> givenUp(List<Entry> next) {
        Read failed = Read.refused(null, null, List.of(FieldProblem.of("row", "lead.push.failed")));
        return next.stream()
                .map(entry -> new Settled(entry.row(), State.REJECTED, failed, null))
                .toList();
    }

    private Actor pusher(long pushId) {
        return Actor.machine(Objects.requireNonNull(
                jdbc.queryForObject("select pushed_by from lead_push where id = ?", String.class, pushId)));
    }

    private List<Settled> settle(List<Entry> next, Actor by) {
        List<Read> reads =
                next.stream().map(entry -> reader.read(entry.words())).toList();
        List<LeadChecks.Checked> good = reads.stream()
                .flatMap(read -> Stream.ofNullable(read.checked()))
                .toList();
        matching.lookUp(good.stream().map(checked -> checked.lead().said()).toList());
        return settled(next, reads, intake.receiveAll(good, by));
    }

    /** Of two entries with one reference the first became the lead. */
    private static List<Settled> settled(List<Entry> next, List<Read> reads, Map<String, LeadReceipt> receipts) {
        List<Settled> settled = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int i = 0; i < next.size(); i++) {
            Read read = reads.get(i);
            LeadReceipt receipt = read.checked() == null ? null : receipts.get(String.valueOf(read.sourceRef()));
            State state = receipt == null
                    ? State.REJECTED
                    : receipt.repeated() || !taken.add(receipt.number()) ? State.DUPLICATE : State.ACCEPTED;
            settled.add(new Settled(next.get(i).row(), state, read, receipt == null ? null : receipt.number()));
        }
        return settled;
    }

    private void write(long pushId, List<Settled> settled) {
        jdbc.batchUpdate(
                """
                update lead_push_entry set state = ?, source_ref = ?, lead_number = ?, problems = ?,
                  district_code = coalesce(?, district_code), street_code = ?, point_code = ?
                where push_id = ? and row_no = ?
                """,
                settled,
                settled.isEmpty() ? 1 : settled.size(),
                (statement, one) -> bind(statement, pushId, one));
    }

    private static void bind(PreparedStatement statement, long pushId, Settled one) throws SQLException {
        Place place = one.read().place();
        statement.setString(1, one.state().name());
        statement.setString(2, one.read().sourceRef());
        statement.setString(3, one.leadNumber());
        statement.setString(4, Questionable.write(one.read().problems()));
        statement.setString(5, place == null ? null : place.districtCode());
        statement.setString(6, place == null ? null : place.streetCode());
        statement.setString(7, place == null ? null : place.pointCode());
        statement.setLong(8, pushId);
        statement.setInt(9, one.row());
    }

    private boolean count(long pushId, List<Settled> settled) {
        Boolean left = jdbc.queryForObject(
                "select exists (select 1 from lead_push_entry where push_id = ? and state = 'WAITING')",
                Boolean.class,
                pushId);
        boolean more = Boolean.TRUE.equals(left);
        jdbc.update(
                """
                update lead_push set accepted = accepted + ?, duplicates = duplicates + ?, rejected = rejected + ?,
                  tries = 0, finished_at = ? where id = ?
                """,
                many(settled, State.ACCEPTED),
                many(settled, State.DUPLICATE),
                many(settled, State.REJECTED),
                more ? null : Timestamp.from(clock.instant()),
                pushId);
        return more;
    }

    private static long many(List<Settled> settled, State state) {
        return settled.stream().filter(one -> one.state() == state).count();
    }
}
