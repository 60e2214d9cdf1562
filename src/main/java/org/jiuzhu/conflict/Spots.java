package org.jiuzhu.conflict;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.workflow.ClaimGate.Deed;
import org.jiuzhu.workflow.TaskSubject;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Recognises what somebody asks for by its address: row-level security makes a relative's page look as if it were not
 * there, but the attempt has to be on record, and its maker has to be told why.
 */
@Component
public class Spots {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}-\\d{4}-\\d{6}");
    private static final Pattern ID = Pattern.compile("\\d{1,18}");

    private static final String PERSON =
            """
            select m.household_id, t.id person_id, null::bigint case_id, null::bigint lead_id,
              t.district_code, t.street_code, t.point_code
            from person t left join household_member m on m.person_id = t.id and m.to_on is null where t.id = ?
            """;
    private static final String HOUSEHOLD = "select t.id household_id, null::bigint person_id, null::bigint case_id,"
            + " null::bigint lead_id, t.* from household t where ";
    private static final String CASE = "select t.id case_id, null::bigint lead_id, t.* from assistance_case t where ";
    private static final String LEAD = "select t.id lead_id, null::bigint case_id, t.* from lead t where ";
    private static final String WITH_CASE = "select null::bigint lead_id, null::bigint person_id, t.* from ";
    private static final String RECORD =
            """
            select l.household_id, l.person_id, l.case_id, null::bigint lead_id, t.district_code, t.street_code, t.point_code
            from service_record t join service_record_link l on l.number = t.number where
            """;

    /** By the first part of the address; the ids of other kinds of pages name nobody. */
    private static final Map<String, String> BY_ID = Map.of(
            "people", PERSON,
            "households", HOUSEHOLD + "t.id = ?",
            "cases", CASE + "t.id = ?",
            "leads", LEAD + "t.id = ?",
            "records", RECORD + "t.id = ?");

    private static final Map<String, String> BY_NUMBER = Map.of(
            "HU", HOUSEHOLD + "t.number = ?",
            "SH", CASE + "t.number = ?",
            "XS", LEAD + "t.number = ?",
            "ZJ", "select null::bigint lead_id, t.* from referral t where t.number = ?",
            "SQ", "select null::bigint lead_id, t.* from application t where t.number = ?",
            "BH", "select null::bigint lead_id, null::bigint case_id, t.* from change_report t where t.number = ?",
            "HS", WITH_CASE + "conference t where t.number = ?",
            "JL", RECORD + " t.number = ? limit 1");

    private final Conflicts conflicts;
    private final Attempts attempts;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Spots(Conflicts conflicts, Attempts attempts, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.conflicts = conflicts;
        this.attempts = attempts;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * @param page the first part of the address, {@code people}
     * @param names ids and numbers in it
     * @throws Refusal FORBIDDEN, on record, where one of them is closed to the actor as a relative's
     */
    public void check(String page, Stream<String> names, Actor actor) {
        DataScope scope = DataScope.current();
        if (scope.closed().isNothing()) {
            return;
        }
        names.forEach(name -> scope.without(DataScope.Closed.NOTHING)
                .call(() -> transaction.execute(status -> subject(page, name)))
                .ifPresent(subject -> refuse(subject, actor)));
    }

    private void refuse(TaskSubject subject, Actor actor) {
        conflicts.filingAgainst(subject, actor).ifPresent(filing -> {
            attempts.refused(filing, actor, Deed.OPEN, subject.number());
            throw new Refusal(Refusal.Kind.FORBIDDEN, "conflict.closed");
        });
    }

    private Optional<TaskSubject> subject(String page, String name) {
        if (ID.matcher(name).matches() && BY_ID.containsKey(page)) {
            return find(String.valueOf(BY_ID.get(page)), page + " " + name, Long.valueOf(name));
        }
        if (NUMBER.matcher(name).matches() && BY_NUMBER.containsKey(name.substring(0, 2))) {
            return find(String.valueOf(BY_NUMBER.get(name.substring(0, 2))), name, name);
        }
        return Optional.empty();
    }

    private Optional<TaskSubject> find(String sql, String shown, Object key) {
        return jdbc
                .query(
                        sql,
                        (row, n) -> new TaskSubject(
                                shown,
                                row.getObject("household_id", Long.class),
                                row.getObject("person_id", Long.class),
                                row.getObject("case_id", Long.class),
                                row.getObject("lead_id", Long.class),
                                row.getString("district_code"),
                                row.getString("street_code"),
                                row.getString("point_code"),
                                null,
                                Urgency.NORMAL),
                        key)
                .stream()
                .findFirst();
    }
}
