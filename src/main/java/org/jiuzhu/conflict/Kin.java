package org.jiuzhu.conflict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Finds whom a filing means, today: people by the hash of their identity number, whoever of them is registered and
 * wherever they live now. Read with a system scope; each question follows indexes from one consultant or one subject.
 */
@Component
class Kin {

    private static final String OF_SUBJECTS =
            """
            with about as (select * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[]) with ordinality
                as a (household_id, person_id, case_id, lead_id, n)),
            homes as (
              select n, household_id from about where household_id is not null
              union select a.n, l.household_id from about a join lead l on l.id = a.lead_id where l.household_id is not null),
            people as (
              select h.n, m.person_id from homes h
                join household_member m on m.household_id = h.household_id and m.to_on is null
              union select n, person_id from about where person_id is not null
              union select a.n, c.person_id from about a join assistance_case c on c.id = a.case_id
              union select a.n, l.person_id from about a join lead l on l.id = a.lead_id where l.person_id is not null)
            select x.n, f.id, f.username from people x join person p on p.id = x.person_id
              join relative_filing f on f.id_hash = p.id_hash and f.ended_on is null
            union select x.n, f.id, f.username from people x
              join relative_filing f on f.person_id = x.person_id and f.ended_on is null
            union select a.n, f.id, f.username from about a join lead l on l.id = a.lead_id
              join relative_filing f on f.id_hash = l.said_id_hash and f.ended_on is null
            union select a.n, f.id, f.username from about a
              join relative_filing f on f.lead_id = a.lead_id and f.ended_on is null
            union select h.n, f.id, f.username from homes h join lead l on l.household_id = h.household_id
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
        return about(List.of(subject), (row, n) -> new Excluded(row.getString("username"), row.getLong("id")));
    }

    /** Those of them that somebody's filing means. */
    Set<TaskSubject> among(Collection<TaskSubject> subjects) {
        List<TaskSubject> asked = List.copyOf(subjects);
        return new HashSet<>(about(asked, (row, n) -> asked.get(row.getInt("n") - 1)));
    }

    private <T> List<T> about(List<TaskSubject> subjects, RowMapper<T> read) {
        return jdbc.query(
                OF_SUBJECTS,
                read,
                ids(subjects, TaskSubject::householdId),
                ids(subjects, TaskSubject::personId),
                ids(subjects, TaskSubject::caseId),
                ids(subjects, TaskSubject::leadId));
    }

    private static @Nullable Long[] ids(List<TaskSubject> subjects, Function<TaskSubject, @Nullable Long> id) {
        return subjects.stream().map(id).toArray(Long[]::new);
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
