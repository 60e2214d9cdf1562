package org.jiuzhu.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds whom a filing means, today: people by the hash of their identity number, whoever of them is registered and
 * wherever they live now. Read with a system scope; each question follows indexes from one consultant or one subject.
 */
@Component
class Kin {

    private static final String OF_SUBJECT =
            """
            with about as (select ?::bigint household_id, ?::bigint person_id, ?::bigint case_id, ?::bigint lead_id),
            homes as (
              select household_id from about where household_id is not null
              union select l.household_id from about a join lead l on l.id = a.lead_id where l.household_id is not null),
            people as (
              select m.person_id from homes h join household_member m on m.household_id = h.household_id and m.to_on is null
              union select person_id from about where person_id is not null
              union select c.person_id from about a join assistance_case c on c.id = a.case_id
              union select l.person_id from about a join lead l on l.id = a.lead_id where l.person_id is not null)
            select f.id, f.username from people x join person p on p.id = x.person_id
              join relative_filing f on f.id_hash = p.id_hash and f.ended_on is null
            union select f.id, f.username from people x join relative_filing f on f.person_id = x.person_id and f.ended_on is null
            union select f.id, f.username from about a join lead l on l.id = a.lead_id
              join relative_filing f on f.id_hash = l.said_id_hash and f.ended_on is null
            union select f.id, f.username from about a join relative_filing f on f.lead_id = a.lead_id and f.ended_on is null
            union select f.id, f.username from homes h join lead l on l.household_id = h.household_id
              join relative_filing f on f.lead_id = l.id and f.ended_on is null
            """;

    private static final String PEOPLE_OF_USER =
            """
            select k.person_id, m.household_id,
              coalesce(h.point_code, h.street_code, p.point_code, p.street_code) org_code
            from (
              select p.id person_id from relative_filing f join person p on p.id_hash = f.id_hash
              where f.username = ? and f.ended_on is null
              union select f.person_id from relative_filing f
              where f.username = ? and f.ended_on is null and f.person_id is not null
              union select l.person_id from relative_filing f join lead l on l.id = f.lead_id
              where f.username = ? and f.ended_on is null and l.person_id is not null) k
            join person p on p.id = k.person_id
            left join household_member m on m.person_id = k.person_id and m.to_on is null
            left join household h on h.id = m.household_id
            """;

    private static final String LEADS_OF_USER =
            """
            select l.id, l.household_id, coalesce(l.point_code, l.street_code) org_code from relative_filing f
              join lead l on l.said_id_hash = f.id_hash where f.username = ? and f.ended_on is null
            union select l.id, l.household_id, coalesce(l.point_code, l.street_code) from relative_filing f
              join lead l on l.id = f.lead_id where f.username = ? and f.ended_on is null
            """;

    private final JdbcTemplate jdbc;

    Kin(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a relative is: the place whose rule decides. */
    record Found(@Nullable Long personId, @Nullable Long leadId, @Nullable Long householdId, String orgCode) {}

    List<Excluded> of(TaskSubject subject) {
        return jdbc.query(
                OF_SUBJECT,
                (row, n) -> new Excluded(row.getString("username"), row.getLong("id")),
                subject.householdId(),
                subject.personId(),
                subject.caseId(),
                subject.leadId());
    }

    /** A household as a subject, where it is now. */
    Optional<TaskSubject> home(long householdId) {
        return jdbc
                .query(
                        "select number, district_code, street_code, point_code from household where id = ?",
                        (row, n) -> new TaskSubject(
                                row.getString("number"),
                                householdId,
                                null,
                                null,
                                null,
                                row.getString("district_code"),
                                row.getString("street_code"),
                                row.getString("point_code"),
                                null,
                                Urgency.NORMAL),
                        householdId)
                .stream()
                .findFirst();
    }

    boolean hasAny(String username) {
        return !jdbc.queryForList(
                        "select 1 from relative_filing where username = ? and ended_on is null limit 1", username)
                .isEmpty();
    }

    List<Found> of(String username) {
        List<Found> found = new ArrayList<>(jdbc.query(
                PEOPLE_OF_USER,
                (row, n) ->
                        new Found(row.getLong("person_id"), null, id(row, "household_id"), row.getString("org_code")),
                username,
                username,
                username));
        found.addAll(jdbc.query(
                LEADS_OF_USER,
                (row, n) -> new Found(null, row.getLong("id"), id(row, "household_id"), row.getString("org_code")),
                username,
                username));
        return found;
    }

    /** Everything that belongs to the households and people, the members of the households too. */
    DataScope.Closed around(Collection<Long> households, Collection<Long> people, Collection<Long> leads) {
        Long[] homes = households.toArray(Long[]::new);
        Set<Long> everybody = new HashSet<>(people);
        everybody.addAll(jdbc.queryForList(
                "select person_id from household_member where household_id = any (?) and to_on is null",
                Long.class,
                (Object) homes));
        Long[] persons = everybody.toArray(Long[]::new);
        Set<Long> cases = new HashSet<>(jdbc.queryForList(
                "select id from assistance_case where household_id = any (?) or person_id = any (?)",
                Long.class,
                homes,
                persons));
        Set<Long> said = new HashSet<>(leads);
        said.addAll(jdbc.queryForList(
                "select id from lead where household_id = any (?) or person_id = any (?)", Long.class, homes, persons));
        Set<String> tasks = new HashSet<>(jdbc.queryForList(
                """
                select task_id from work_item
                where household_id = any (?) or person_id = any (?) or case_id = any (?) or lead_id = any (?)
                """,
                String.class,
                homes,
                persons,
                cases.toArray(Long[]::new),
                said.toArray(Long[]::new)));
        return new DataScope.Closed(Set.copyOf(households), everybody, cases, said, tasks);
    }

    private static @Nullable Long id(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
