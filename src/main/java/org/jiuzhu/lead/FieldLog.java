package org.jiuzhu.lead;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.crypto.EncryptedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a station writes down about the calls to its hotline (SJ 三(四)) and patrols about the street (HT 三(一)1(3)),
 * whether or not it becomes a lead. Nothing of it is changed afterwards.
 */
@Component
@Transactional
public class FieldLog {

    public static final int PAGE = 25;

    private final LeadIntake intake;
    private final Network network;
    private final EncryptedText encryption;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    FieldLog(LeadIntake intake, Network network, EncryptedText encryption, JdbcTemplate jdbc, Clock clock) {
        this.intake = intake;
        this.network = network;
        this.encryption = encryption;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum Kind {
        HOTLINE_CALL(LeadSource.STREET_HOTLINE),
        PATROL(LeadSource.PATROL);

        private final LeadSource source;

        Kind(LeadSource source) {
            this.source = source;
        }
    }

    /**
     * @param who the caller, or the patrol team
     * @param whereabouts where the patrol was, or the caller says
     * @param becomesLead whether somebody has to look after it
     */
    public record NewEntry(
            Kind kind,
            @Nullable Instant happenedAt,
            @Nullable String who,
            @Nullable String phone,
            @Nullable String whereabouts,
            String words,
            @Nullable String pointCode,
            @Nullable Boolean danger,
            boolean becomesLead) {

        /** The lead that it is or would be. */
        public NewLead lead(@Nullable String fromOrg) {
            return new NewLead(
                    kind.source,
                    null,
                    happenedAt,
                    null,
                    words,
                    who,
                    phone,
                    new Said(null, null, null, pointCode, null, whereabouts, null),
                    new Safety(danger, null, null, kind == Kind.PATROL ? true : null),
                    fromOrg,
                    null,
                    List.of());
        }
    }

    /** @param leadNumber the lead that it became, if it did */
    public record Entry(
            long id,
            Instant happenedAt,
            @Nullable String who,
            @Nullable String whereabouts,
            String words,
            @Nullable String leadNumber,
            String writtenBy) {}

    public record Page(List<Entry> entries, @Nullable Long next) {}

    /** @return the number of the lead that it became */
    public @Nullable String write(NewEntry entry, Actor by) {
        String org = String.valueOf(by.orgCode());
        Place place = network.place(org);
        String lead = entry.becomesLead() ? intake.receive(entry.lead(org), by).number() : null;
        Instant now = clock.instant();
        jdbc.update(
                """
                insert into field_log (kind, happened_at, who, phone, whereabouts, words, lead_number, written_by,
                    written_name, written_at, district_code, street_code, point_code)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                entry.kind().name(),
                Timestamp.from(entry.happenedAt() == null ? now : entry.happenedAt()),
                encryption.convertToDatabaseColumn(entry.who()),
                encryption.convertToDatabaseColumn(entry.phone()),
                encryption.convertToDatabaseColumn(entry.whereabouts()),
                encryption.convertToDatabaseColumn(entry.words()),
                lead,
                by.username(),
                by.displayName(),
                Timestamp.from(now),
                place.districtCode(),
                place.streetCode(),
                place.pointCode());
        return lead;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page page(Kind kind, long before) {
        List<Entry> found = jdbc.query(
                "select * from field_log where kind = ? and id < ? order by id desc limit ?",
                this::read,
                kind.name(),
                before,
                PAGE + 1);
        return found.size() <= PAGE
                ? new Page(found, null)
                : new Page(found.subList(0, PAGE), found.get(PAGE - 1).id());
    }

    private Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getTimestamp("happened_at").toInstant(),
                encryption.convertToEntityAttribute(row.getBytes("who")),
                encryption.convertToEntityAttribute(row.getBytes("whereabouts")),
                String.valueOf(encryption.convertToEntityAttribute(row.getBytes("words"))),
                row.getString("lead_number"),
                row.getString("written_name"));
    }
}
