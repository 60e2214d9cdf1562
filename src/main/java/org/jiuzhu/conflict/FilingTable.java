package org.jiuzhu.conflict;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.conflict.CrossInspection.Pair;
import org.jiuzhu.conflict.RelativeFiling.Source;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code relative_filing} as row-level security shows it; what identifies is encrypted and leaves here masked. */
@Component
class FilingTable {

    private final JdbcTemplate jdbc;
    private final EncryptedText encryption;

    FilingTable(JdbcTemplate jdbc, EncryptedText encryption) {
        this.jdbc = jdbc;
        this.encryption = encryption;
    }

    /** Where a consultant works, as the rows keep it; a district has no street. */
    record Where(String districtCode, @Nullable String streetCode, @Nullable String pointCode) {}

    /** Whom a filing is about: exactly one of the three says it. */
    record About(
            @Nullable String idHash,
            @Nullable Long personId,
            @Nullable Long leadId,
            String name,
            @Nullable String idNumber) {}

    /** Empty where this relative of this consultant is on file already. */
    Optional<Long> add(
            String username,
            Kinship relation,
            About about,
            Source source,
            String declaredBy,
            Instant at,
            LocalDate sinceOn,
            Where where) {
        return jdbc
                .queryForList(
                        """
                        insert into relative_filing (username, relation, id_hash, person_id, lead_id, name, id_number, source,
                          declared_by, declared_at, since_on, district_code, street_code, point_code)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id
                        """,
                        Long.class,
                        username,
                        relation.name(),
                        about.idHash(),
                        about.personId(),
                        about.leadId(),
                        encryption.convertToDatabaseColumn(about.name()),
                        encryption.convertToDatabaseColumn(about.idNumber()),
                        source.name(),
                        declaredBy,
                        Timestamp.from(at),
                        Date.valueOf(sinceOn),
                        where.districtCode(),
                        where.streetCode(),
                        where.pointCode())
                .stream()
                .findFirst();
    }

    /** Whether it was still in force. */
    boolean end(long id, LocalDate on, String reason, String by, Instant at) {
        return jdbc.update(
                        """
                        update relative_filing set ended_on = ?, end_reason = ?, ended_by = ?, ended_at = ?
                        where id = ? and ended_on is null
                        """,
                        Date.valueOf(on),
                        encryption.convertToDatabaseColumn(reason),
                        by,
                        Timestamp.from(at),
                        id)
                == 1;
    }

    Optional<RelativeFiling> find(long id) {
        return jdbc.query("select * from relative_filing where id = ?", this::filing, id).stream()
                .findFirst();
    }

    /** In force first, then newest first. */
    List<RelativeFiling> of(String username) {
        return jdbc.query(
                "select * from relative_filing where username = ? order by ended_on is not null, id desc",
                this::filing,
                username);
    }

    /** @param after the last id of the page before */
    List<Pair> pairs(@Nullable Long after, int most) {
        List<Object> args = new ArrayList<>();
        if (after != null) {
            args.add(after);
        }
        args.add(most);
        return jdbc.query(
                """
                select f.*, coalesce(c.display_name, f.username) consultant,
                  coalesce(f.point_code, f.street_code, f.district_code) org_code, coalesce(h.id, p.id) resident,
                  a.refused, a.refused_at
                from (select * from relative_filing
                """
                        + (after == null ? "" : " where id < ?")
                        + """
                         order by id desc limit ?) f
                left join consultant c on c.username = f.username
                left join person h on h.id_hash = f.id_hash
                left join person p on p.id = f.person_id
                left join lateral (select count(*) refused, max(at) refused_at from relative_attempt t
                  where t.filing_id = f.id) a on true
                order by f.id desc
                """,
                this::pair,
                args.toArray());
    }

    private Pair pair(ResultSet row, int number) throws SQLException {
        long resident = row.getLong("resident");
        Long personId = row.wasNull() ? null : resident;
        Timestamp refusedAt = row.getTimestamp("refused_at");
        return new Pair(
                filing(row, number),
                row.getString("consultant"),
                row.getString("org_code"),
                personId,
                row.getInt("refused"),
                refusedAt == null ? null : refusedAt.toInstant());
    }

    private RelativeFiling filing(ResultSet row, int number) throws SQLException {
        Date ended = row.getDate("ended_on");
        String name = encryption.convertToEntityAttribute(row.getBytes("name"));
        String idNumber = encryption.convertToEntityAttribute(row.getBytes("id_number"));
        return new RelativeFiling(
                row.getLong("id"),
                row.getString("username"),
                Kinship.valueOf(row.getString("relation")),
                Source.valueOf(row.getString("source")),
                Masks.name(name == null ? "" : name),
                idNumber == null ? null : Masks.idNumber(idNumber),
                row.getString("declared_by"),
                row.getTimestamp("declared_at").toInstant(),
                row.getDate("since_on").toLocalDate(),
                ended == null ? null : ended.toLocalDate(),
                encryption.convertToEntityAttribute(row.getBytes("end_reason")));
    }
}
