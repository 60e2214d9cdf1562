package org.jiuzhu.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.cadence.Duty;
import org.jiuzhu.cadence.Span;
import org.jiuzhu.cadence.Window;
import org.jiuzhu.reference.YearBook.Line;
import org.jiuzhu.rules.VisitCadence.Channels;
import org.jiuzhu.rules.VisitCadence.Per;
import org.jiuzhu.workflow.OpenWork;
import org.jspecify.annotations.Nullable;

/** What the processes of a year have left behind: rows as the reference wants them, and nobody forgotten. */
final class YearTraces {

    private static final int MOST = 10;

    private static final String IN_NOBODYS_LIST =
            """
            select w.number from visit_window w where w.end_on <= ? and w.settled_at is null
              and not exists (select 1 from work_item i where i.number = w.number)
            """;

    /** Ten workdays are less than thirty days, whatever holidays lie between; what a death holds is told nobody meanwhile. */
    private static final String TOLD_TO_NO_SUPERVISOR =
            """
            select distinct w.number || ' over on ' || w.end_on from visit_window w join work_item i on i.number = w.number
            where w.end_on <= ? and w.settled_at is null and i.held is null
              and not exists (select 1 from work_offer o where o.task_id = i.task_id
                and o.group_key like 'districtSupervisor:%')
            """;

    private final YearTown town;

    YearTraces(YearTown town) {
        this.town = town;
    }

    /** A row of {@code visit_window}, and how it is settled. */
    private record Row(long person, Owed owed, int done, @Nullable String settledAs) {

        static Row of(ResultSet row, int n) throws SQLException {
            LocalDate closed = row.getObject("closed_on", LocalDate.class);
            Duty duty = new Duty(
                    Per.valueOf(row.getString("per")),
                    row.getInt("required"),
                    Channels.valueOf(row.getString("channels")),
                    row.getBoolean("distinct_days"));
            Window window = new Window(
                    new Span(row.getObject("start_on", LocalDate.class), row.getObject("end_on", LocalDate.class)),
                    row.getObject("owed_from", LocalDate.class),
                    duty,
                    row.getBoolean("on_node"),
                    closed == null
                            ? null
                            : new Window.Closing(
                                    closed,
                                    Window.Closing.Kind.valueOf(row.getString("close_kind")),
                                    row.getString("close_reason")));
            return new Row(
                    row.getLong("person_id"),
                    Shipped.card(window),
                    Math.min(duty.count(), row.getInt("done")),
                    row.getString("settled_as"));
        }

        String key() {
            return person + " " + owed;
        }

        /** Opened at midnight and closed on that very day, so that nothing was ever owed. */
        boolean isOfNobodysMorning() {
            return owed.struck() != null && owed.struck().on() == owed.since() && !"MET".equals(settledAs);
        }

        /** Whether a process may have left a period like this behind. */
        boolean isLike(@Nullable Line line) {
            return line == null ? isOfNobodysMorning() : line.done() == done && isSettledLike(line.verdict());
        }

        private boolean isSettledLike(Verdict verdict) {
            return switch (verdict) {
                case MET -> "MET".equals(settledAs);
                case CANCELLED -> "CANCELLED".equals(settledAs) || "SUPERSEDED".equals(settledAs);
                case NOT_BEGUN, RUNNING -> settledAs == null;
                case MISSED, ATTEMPTED ->
                    settledAs == null || settledAs.equals("EXPLAINED") || settledAs.equals("MADE_UP");
            };
        }
    }

    /** The rows behind the ledgers. */
    void areAs(Set<Line> reference) {
        List<Row> rows = town.system(
                () -> town.jdbc().query("select * from visit_window where extra is null order by id", Row::of));
        Map<String, Line> expected =
                reference.stream().collect(Collectors.toMap(line -> line.person() + " " + line.owed(), line -> line));
        List<String> wrong = new ArrayList<>();
        for (Row row : rows) {
            Line line = expected.remove(row.key());
            if (!row.isLike(line)) {
                wrong.add(row + "\n    reference: " + line);
            }
        }
        expected.values().forEach(line -> wrong.add("no row for " + line));
        assertThat(wrong.stream().limit(MOST).toList())
                .as("%d rows of %d", wrong.size(), rows.size())
                .isEmpty();
    }

    /** The rows beside the plans, and how each is settled. */
    void areBeside(Set<Beside.Line> reference) {
        Map<String, Verdict> expected =
                reference.stream().collect(Collectors.toMap(YearTraces::beside, Beside.Line::verdict));
        List<String> wrong = new ArrayList<>();
        town.system(() -> {
            town.jdbc().query("select * from visit_window where extra is not null order by id", row -> {
                Row stored = Row.of(row, 0);
                String key = beside(new Beside.Line(
                        stored.person(),
                        Beside.Why.valueOf(row.getString("extra")),
                        stored.owed().first(),
                        stored.owed().next(),
                        Verdict.RUNNING));
                Verdict verdict = expected.remove(key);
                if (verdict == null || !stored.isSettledLike(verdict)) {
                    wrong.add(stored + "\n    reference: " + verdict);
                }
            });
            return true;
        });
        expected.forEach((key, verdict) -> wrong.add("no row for " + key + ", " + verdict));
        assertThat(wrong).as("rows beside the plans").isEmpty();
    }

    private static String beside(Beside.Line line) {
        return line.person() + " " + line.why() + " " + line.first() + " to " + line.next();
    }

    /** Whatever is over and not settled stands in somebody's list, long so in a supervisor's; each task has its item, and no job has failed. */
    void forgetNobody(LocalDate today) {
        assertThat(town.system(() -> town.jdbc().queryForList(IN_NOBODYS_LIST, String.class, today)))
                .as("missed, and in nobody's list")
                .isEmpty();
        assertThat(town.system(
                        () -> town.jdbc().queryForList(TOLD_TO_NO_SUPERVISOR, String.class, today.minusDays(30))))
                .as("missed for thirty days, and no supervisor was told")
                .isEmpty();
        assertThat(town.system(() -> town.ask(OpenWork.class).astray())).isEmpty();
        assertThat(town.system(() ->
                        town.jdbc().queryForObject("select count(*) from act_ru_job where retries_ = 0", Long.class)))
                .as("jobs that failed")
                .isZero();
    }
}
