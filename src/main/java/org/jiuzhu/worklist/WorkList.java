package org.jiuzhu.worklist;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mine and my groups' open tasks by due instant and urgency. One LIMIT branch per group and one for "mine", each read
 * from one covering index: the cost grows with the page, never with the table.
 */
@Component
@Transactional(readOnly = true)
public class WorkList {

    public static final int PAGE = 25;
    public static final int COUNT_CAP = 1000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    WorkList(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param items at most {@link #PAGE}; {@code next} is null on the last page */
    public record Page(List<WorkItem> items, @Nullable PageKey next) {}

    public Page page(Actor actor, Filter filter, @Nullable PageKey after) {
        Branches branches = branches(actor, filter, after, PAGE + 1);
        if (branches.isEmpty()) {
            return new Page(List.of(), null);
        }
        List<WorkItem> items = jdbc.query(
                "select w.* from (select distinct task_id, due_at, urgency from (" + branches.sql()
                        + ") b order by due_at, urgency, task_id limit " + (PAGE + 1)
                        + ") k join work_item w using (task_id) order by k.due_at, k.urgency, k.task_id",
                WorkItem::read,
                branches.args());
        if (items.size() <= PAGE) {
            return new Page(items, null);
        }
        List<WorkItem> shown = items.subList(0, PAGE);
        WorkItem last = shown.get(PAGE - 1);
        return new Page(shown, new PageKey(last.dueAt(), last.urgency().ordinal(), last.taskId()));
    }

    /** Numbers for the filters, of everything the actor may do. */
    public Counts counts(Actor actor) {
        Branches branches = branches(actor, Filter.EVERYTHING, null, COUNT_CAP);
        if (branches.isEmpty()) {
            return new Counts(0, 0, 0, 0, 0, 0, 0, 0);
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
        Timestamp overdue = Timestamp.from(now);
        Timestamp tonight = endOf(today);
        Timestamp sunday = endOf(today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)));
        List<Object> args = new ArrayList<>(List.of(overdue, overdue, tonight, tonight, sunday, tonight, sunday));
        args.addAll(List.of(branches.args()));
        return jdbc.queryForObject(
                """
                select count(*) filter (where mine) mine, count(*) filter (where not mine) open, count(*) n,
                  count(*) filter (where due_at <= ?) overdue,
                  count(*) filter (where due_at > ? and due_at <= ?) today,
                  count(*) filter (where due_at > ? and due_at <= ?) this_week,
                  count(*) filter (where due_at > ? and due_at > ?) later,
                  count(*) filter (where urgency <
                """
                        + Urgency.NORMAL.ordinal()
                        + ") urgent from (select distinct task_id, due_at, urgency, mine from ("
                        + branches.sql()
                        + ") b order by due_at, urgency, task_id limit " + COUNT_CAP + ") c",
                (row, n) -> new Counts(
                        row.getInt("mine"),
                        row.getInt("open"),
                        row.getInt("n"),
                        row.getInt("overdue"),
                        row.getInt("today"),
                        row.getInt("this_week"),
                        row.getInt("later"),
                        row.getInt("urgent")),
                args.toArray());
    }

    private static Timestamp endOf(LocalDate day) {
        return Timestamp.from(day.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant());
    }

    private Branches branches(Actor actor, Filter filter, @Nullable PageKey after, int limit) {
        Branches branches = new Branches(filter, after, limit, clock.instant());
        if (filter.scope() != Filter.Scope.OPEN) {
            branches.add("work_item where assignee = ?", true, actor.username());
        }
        if (filter.scope() != Filter.Scope.MINE) {
            actor.groups().forEach(group -> branches.add("work_offer where group_key = ? and not taken", false, group));
        }
        return branches;
    }

    /** The parts of the union, each with the same conditions and its own index. */
    private static final class Branches {

        private final Filter filter;
        private final @Nullable PageKey after;
        private final int limit;
        private final Instant now;
        private final StringBuilder sql = new StringBuilder();
        private final List<Object> args = new ArrayList<>();

        Branches(Filter filter, @Nullable PageKey after, int limit, Instant now) {
            this.filter = filter;
            this.after = after;
            this.limit = limit;
            this.now = now;
        }

        void add(String source, boolean mine, String key) {
            sql.append(sql.isEmpty() ? "" : " union all ");
            sql.append("(select task_id, due_at, urgency, ")
                    .append(mine)
                    .append(" mine from ")
                    .append(source);
            args.add(key);
            if (after != null) {
                sql.append(" and (due_at, urgency, task_id) > (?, ?, ?)");
                args.addAll(List.of(Timestamp.from(after.dueAt()), after.urgency(), after.taskId()));
            }
            if (filter.overdueOnly()) {
                sql.append(" and due_at <= ?");
                args.add(Timestamp.from(now));
            }
            if (filter.urgentOnly()) {
                sql.append(" and urgency < ").append(Urgency.NORMAL.ordinal());
            }
            if (filter.stage() != null) {
                sql.append(" and stage = ").append(filter.stage().ordinal());
            }
            sql.append(" order by due_at, urgency, task_id limit ")
                    .append(limit)
                    .append(')');
        }

        boolean isEmpty() {
            return sql.isEmpty();
        }

        String sql() {
            return sql.toString();
        }

        Object[] args() {
            return args.toArray();
        }
    }
}
