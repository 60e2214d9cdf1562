package org.jiuzhu.application;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.crypto.Cipher;
import org.jiuzhu.shared.database.DataScopes;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.Messages;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The one door for results, whether a machine or a letter brings them: none is lost, and none counts twice. */
@Component
public class ApplicationResults {

    static final String MESSAGE = "ApplicationResult";

    private final ApplicationStore store;
    private final Applications applications;
    private final Timeline timeline;
    private final Messages messages;
    private final DataScopes scopes;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Cipher cipher;
    private final Clock clock;

    ApplicationResults(
            ApplicationStore store,
            Applications applications,
            Timeline timeline,
            Messages messages,
            DataScopes scopes,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Cipher cipher,
            Clock clock) {
        this.store = store;
        this.applications = applications;
        this.timeline = timeline;
        this.messages = messages;
        this.scopes = scopes;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** What became of it: it counts, or it came when nothing waited for it any more and is kept. */
    public enum Standing {
        RECEIVED,
        LATE
    }

    /** @param repeated whether the same message had come before */
    public record Receipt(String number, String reference, Standing standing, boolean repeated) {}

    private record Kept(String number, String result, LocalDate on, Standing standing) {}

    /**
     * Keeps the result and lets the application go on that waits for it. The same source and reference twice, also at
     * the same moment, is one result with one answer.
     *
     * @param source who says so: a machine client's name, or the hand-written letters
     * @throws Refusal NOT_FOUND for an unknown application, CONFLICT for a reference that said something else before
     */
    public Receipt receive(String source, String number, Result result, Actor by) {
        return scopes.asSystem(
                "application result", () -> transaction.execute(status -> received(source, number, result, by)));
    }

    /** A letter with the result, entered by hand; its number is its reference among this application's letters. */
    public Receipt enter(String number, Result letter, Actor by) {
        return receive(letters(number), number, letter, by);
    }

    private static String letters(String number) {
        return "letter:" + number;
    }

    private Receipt received(String source, String number, Result result, Actor by) {
        Application application = store.findForResultByNumber(number)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "application.unknown", number));
        Standing standing = application.takes() ? Standing.RECEIVED : Standing.LATE;
        if (!keep(source, application, result, standing, by)) {
            return again(source, number, result);
        }
        if (standing == Standing.RECEIVED) {
            decide(application, result, by);
            messages.correlate(MESSAGE, number, Map.of());
        } else {
            note("application.lateResult", application, result, by);
        }
        return new Receipt(number, result.reference(), standing, false);
    }

    /** A result that somebody of the station learnt by asking; whoever asked is at the task that goes on. */
    public void learnt(long applicationId, Result result, Actor by) {
        Application application = store.findForResultByNumber(applications.number(applicationId))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "application.notForYou"));
        keep(letters(application.number()), application, result, Standing.RECEIVED, by);
        decide(application, result, by);
    }

    private void decide(Application application, Result result, Actor by) {
        application.decide(result);
        note("application.result", application, result, by);
    }

    private void note(String kind, Application about, Result result, Actor by) {
        timeline.add(
                kind,
                applications.subject(about),
                null,
                by,
                Map.of("result", result.kind().name(), "reference", result.reference()));
    }

    /** False when the reference is known already; waits for a delivery of it that is still under way. */
    private boolean keep(String source, Application about, Result result, Standing standing, Actor by) {
        String note = result.note();
        return jdbc.update(
                        """
                        insert into application_result (source, reference, application_id, number, result, decided_on,
                            note, standing, received_at, received_by, district_code, street_code, point_code)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (source, reference) do nothing
                        """,
                        source,
                        result.reference(),
                        about.id(),
                        about.number(),
                        result.kind().name(),
                        Date.valueOf(result.on()),
                        note == null ? null : cipher.encrypt(note),
                        standing.name(),
                        Timestamp.from(clock.instant()),
                        by.username(),
                        about.place().districtCode(),
                        about.place().streetCode(),
                        about.place().pointCode())
                == 1;
    }

    private Receipt again(String source, String number, Result result) {
        Kept kept = jdbc.queryForObject(
                "select number, result, decided_on, standing from application_result where source = ? and reference = ?",
                (row, n) -> new Kept(
                        row.getString("number"),
                        row.getString("result"),
                        row.getDate("decided_on").toLocalDate(),
                        Standing.valueOf(row.getString("standing"))),
                source,
                result.reference());
        if (kept == null || !said(kept, number, result)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "application.result.referenceUsed", result.reference());
        }
        return new Receipt(number, result.reference(), kept.standing(), true);
    }

    private static boolean said(Kept kept, String number, Result result) {
        return kept.number().equals(number)
                && kept.result().equals(result.kind().name())
                && kept.on().equals(result.on());
    }

    /** Whether a result has come that nothing waited for. */
    public int lateOnes(long applicationId) {
        Integer late = jdbc.queryForObject(
                "select count(*) from application_result where application_id = ? and standing = 'LATE'",
                Integer.class,
                applicationId);
        return late == null ? 0 : late;
    }
}
