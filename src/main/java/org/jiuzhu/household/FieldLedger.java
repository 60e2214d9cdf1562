package org.jiuzhu.household;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Everything that was ever known about people, with source and day; what counts now is the newest of each field. */
@Component
class FieldLedger {

    private final JdbcTemplate jdbc;
    private final EncryptedText secret;
    private final Clock clock;

    FieldLedger(JdbcTemplate jdbc, EncryptedText secret, Clock clock) {
        this.jdbc = jdbc;
        this.secret = secret;
        this.clock = clock;
    }

    /** A null value says that there is none any more. */
    void append(long personId, int version, Map<PersonField, @Nullable String> said, Provenance from, Actor by) {
        Timestamp now = Timestamp.from(clock.instant());
        List<Object[]> rows = said.entrySet().stream()
                .map(entry -> new Object[] {
                    personId,
                    entry.getKey().name(),
                    secret.convertToDatabaseColumn(entry.getValue()),
                    from.source().name(),
                    Date.valueOf(from.asOf()),
                    now,
                    by.username(),
                    by.displayName(),
                    version
                })
                .toList();
        jdbc.batchUpdate(
                """
                insert into person_field (person_id, field, value, source, as_of, recorded_at, recorded_by, recorded_by_name, at_version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                rows);
    }

    /** Of each field the newest day first; of one day what was written down last. */
    List<FieldValue> of(long personId) {
        return jdbc.query(
                "select * from person_field where person_id = ? order by as_of desc, id desc", this::value, personId);
    }

    /** What was last said of each field, as of a day. */
    Map<PersonField, FieldValue> newest(long personId, @Nullable LocalDate on) {
        var newest = new EnumMap<PersonField, FieldValue>(PersonField.class);
        of(personId).stream()
                .filter(value -> on == null || !value.asOf().isAfter(on))
                .forEach(value -> newest.putIfAbsent(value.field(), value));
        return newest;
    }

    /** The newest of several people's fields, for lists. */
    List<PersonsValue> newestOf(Collection<Long> personIds) {
        return jdbc.query(
                """
                select distinct on (person_id, field) * from person_field where person_id = any (?)
                order by person_id, field, as_of desc, id desc
                """,
                (row, n) -> new PersonsValue(row.getLong("person_id"), value(row, n)),
                (Object) personIds.toArray(Long[]::new));
    }

    record PersonsValue(long personId, FieldValue value) {}

    private FieldValue value(ResultSet row, int number) throws SQLException {
        return new FieldValue(
                row.getLong("id"),
                PersonField.valueOf(row.getString("field")),
                secret.convertToEntityAttribute(row.getBytes("value")),
                FieldSource.valueOf(row.getString("source")),
                row.getObject("as_of", LocalDate.class),
                row.getTimestamp("recorded_at").toInstant(),
                row.getString("recorded_by"),
                row.getString("recorded_by_name"),
                row.getInt("at_version"));
    }
}
