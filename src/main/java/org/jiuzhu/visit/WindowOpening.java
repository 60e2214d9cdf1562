package org.jiuzhu.visit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens the windows that are due, a chunk per transaction. What is due is read from {@code visit_owed} by its index,
 * locked rows are left to whoever holds them, and a chunk's windows and its next due days are written together: killed
 * half-way it continues where it stopped, and of two nodes none does what the other does.
 */
@Component
class WindowOpening {

    private static final String CHUNK =
            """
            with due as materialized (
              select * from visit_owed where from_on <= ?
              order by from_on, person_id limit ? for update skip locked),
            opened as (
              insert into visit_window (person_id, step_id, per, on_node, start_on, end_on, owed_from, required, channels,
                  distinct_days, attempt_days, tier, days_ahead, task_on, opened_at, district_code, street_code, point_code)
              select person_id, step_id, per, on_node, jiuzhu_span_start(per, from_on), jiuzhu_span_end(per, from_on), from_on,
                  required, channels, distinct_days, attempt_days, tier, days_ahead,
                  coalesce(greatest(from_on, jiuzhu_span_end(per, from_on) - days_ahead), from_on), ?,
                  district_code, street_code, point_code
              from due
              on conflict (person_id, per, on_node, start_on) where closed_on is null and extra is null do nothing
              returning id),
            moved as (
              update visit_owed o set from_on = case when due.on_node
                  then jiuzhu_node_day(due.district_code, jiuzhu_span_end(due.per, due.from_on))
                  else jiuzhu_span_end(due.per, due.from_on) end
              from due where o.person_id = due.person_id and o.per = due.per and o.on_node = due.on_node)
            select (select count(*) from due)::int due, array(select id from opened) opened
            """;

    private final WindowCredits credits;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    WindowOpening(WindowCredits credits, JdbcTemplate jdbc, Clock clock) {
        this.credits = credits;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param today windows that begin on this day or before are due
     * @param most how many to open at most
     * @return how many were due; fewer than {@code most} means that no more are, or that others hold them
     */
    @Transactional
    int openChunk(LocalDate today, int most) {
        Opened opened = Objects.requireNonNull(
                jdbc.queryForObject(CHUNK, Opened::of, today, most, Timestamp.from(clock.instant())));
        credits.recount(opened.windows());
        return opened.due();
    }

    /** @param windows those that were not there before; a contact made earlier in their period counts for them */
    private record Opened(int due, List<Long> windows) {

        static Opened of(ResultSet row, int number) throws SQLException {
            return new Opened(
                    row.getInt("due"), List.of((Long[]) row.getArray("opened").getArray()));
        }
    }
}
