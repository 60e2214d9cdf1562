package org.jiuzhu.visit;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jiuzhu.calendar.WorkCalendar;
import org.jiuzhu.network.Routing;
import org.jiuzhu.network.TaskGroups;
import org.jiuzhu.shared.Actor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * One reminder a day for each consultant who is offered visits: how many windows they are reminded of and how many are
 * over without a visit. Somebody who goes for several points gets one digest of them all.
 */
@Component
class RoundDigests {

    private static final String COUNTS =
            """
            select coalesce(point_code, street_code) org,
              count(*) filter (where end_on > ?)::int reminded, count(*) filter (where end_on <= ?)::int overdue
            from visit_window
            where street_code = ? and started_at is not null and settled_at is null and closed_on is null and remind_at < ?
            group by 1 order by 1
            """;

    private final Routing routing;
    private final TaskGroups groups;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    RoundDigests(Routing routing, TaskGroups groups, JdbcTemplate jdbc, Clock clock) {
        this.routing = routing;
        this.groups = groups;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Counts(int reminded, int overdue) {

        Counts plus(Counts other) {
            return new Counts(reminded + other.reminded, overdue + other.overdue);
        }
    }

    private record OfUnit(String orgCode, Counts counts) {}

    /** The streets of the network, in the order of their codes. */
    Optional<String> streetAfter(String code) {
        return jdbc
                .queryForList(
                        "select code from org_unit where kind = 'STREET' and code > ? order by code limit 1",
                        String.class,
                        code)
                .stream()
                .findFirst();
    }

    /** @return how many were sent; sending a day's digest again brings it up to date */
    int send(String streetCode, LocalDate today) {
        Map<String, Counts> byConsultant = new TreeMap<>();
        units(streetCode, today).forEach(unit -> consultants(unit.orgCode())
                .forEach(username -> byConsultant.merge(username, unit.counts(), Counts::plus)));
        byConsultant.forEach((username, counts) -> write(username, today, counts));
        return byConsultant.size();
    }

    private List<OfUnit> units(String streetCode, LocalDate today) {
        return jdbc.query(
                COUNTS,
                (row, n) -> new OfUnit(row.getString("org"), new Counts(row.getInt("reminded"), row.getInt("overdue"))),
                today,
                today,
                streetCode,
                Timestamp.from(today.plusDays(1).atStartOfDay(WorkCalendar.ZONE).toInstant()));
    }

    private List<String> consultants(String orgCode) {
        return routing.groups("conductVisit", orgCode).stream()
                .flatMap(group -> groups.members(group).stream())
                .map(Actor::username)
                .distinct()
                .toList();
    }

    private void write(String username, LocalDate today, Counts counts) {
        jdbc.update(
                """
                insert into visit_digest (username, on_day, reminded, overdue, sent_at) values (?, ?, ?, ?, ?)
                on conflict (username, on_day) do update
                  set reminded = excluded.reminded, overdue = excluded.overdue, sent_at = excluded.sent_at
                """,
                username,
                today,
                counts.reminded(),
                counts.overdue(),
                Timestamp.from(clock.instant()));
    }
}
