package org.jiuzhu.servicerecord;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.crypto.Cipher;
import org.jiuzhu.workflow.TaskSubject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of {@code service_record}, which are only ever added, and the links beside them. */
@Component
class RecordTable {

    private static final String SELECT =
            """
            select r.*, n.id as superseded_by, l.task_id, l.household_id, l.case_id, l.person_id
            from service_record r
            join service_record_link l on l.number = r.number
            left join service_record n on n.supersedes_id = r.id
            """;
    private static final String NEWEST =
            " and n.id is null and not r.withdrawn order by r.served_on desc, r.id desc limit ";

    private final JdbcClient jdbc;
    private final Cipher cipher;

    RecordTable(JdbcClient jdbc, Cipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Where a record belongs: who may see it. */
    record Scope(String district, String street, @Nullable String point, @Nullable String ngo) {

        static Scope of(TaskSubject about) {
            return new Scope(about.districtCode(), about.streetCode(), about.pointCode(), about.ngoCode());
        }
    }

    /** Empty if the same request, or a correction of the same version, was there first. */
    Optional<Long> insert(
            String number,
            int version,
            @Nullable Long supersedes,
            UUID requestId,
            boolean withdrawn,
            @Nullable String reason,
            RecordSheet sheet,
            Actor by,
            Instant at,
            Scope scope) {
        return jdbc.sql(
                        """
                        insert into service_record (number, version, supersedes_id, request_id, reason, resident_name,
                            committee_code, committee_name, tags, mode, mode_other, participants, served_on, hours, items,
                            initiator, companions, content, author, author_name, author_filed, written_at,
                            district_code, street_code, point_code, ngo_code, withdrawn)
                        values (:number, :version, :supersedes, :request, :reason, :name,
                            :committeeCode, :committeeName, :tags, :mode, :modeOther, :participants, :servedOn, :hours, :items,
                            :initiator, :companions, :content, :author, :authorName, :filed, :at,
                            :district, :street, :point, :ngo, :withdrawn)
                        on conflict do nothing returning id
                        """)
                .param("number", number)
                .param("version", version)
                .param("supersedes", supersedes)
                .param("request", requestId)
                .param("withdrawn", withdrawn)
                .param("reason", encrypted(reason))
                .param("name", sheet.residentName())
                .param("committeeCode", sheet.committeeCode())
                .param("committeeName", sheet.committeeName())
                .param("tags", names(sheet.tags()))
                .param("mode", sheet.mode().name())
                .param("modeOther", encrypted(sheet.modeOther()))
                .param("participants", cipher.encrypt(sheet.participants()))
                .param("servedOn", sheet.servedOn())
                .param("hours", sheet.hours())
                .param("items", names(sheet.items()))
                .param("initiator", sheet.initiator().name())
                .param("companions", encrypted(sheet.companions()))
                .param("content", cipher.encrypt(sheet.content()))
                .param("author", by.username())
                .param("authorName", by.displayName())
                .param("filed", by.mayAct())
                .param("at", Timestamp.from(at))
                .param("district", scope.district())
                .param("street", scope.street())
                .param("point", scope.point())
                .param("ngo", scope.ngo())
                .query(Long.class)
                .optional();
    }

    /** Before the record itself: the link is what lets anybody see it. */
    void link(String number, TaskSubject about, @Nullable String taskId) {
        jdbc.sql(
                        """
                        insert into service_record_link (number, about, task_id, household_id, case_id, person_id,
                            district_code, street_code, point_code, ngo_code)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        number,
                        about.number(),
                        taskId,
                        about.householdId(),
                        about.caseId(),
                        about.personId(),
                        about.districtCode(),
                        about.streetCode(),
                        about.pointCode(),
                        about.ngoCode()))
                .update();
    }

    /** Puts all versions of a record on another household; who sees them goes with it. */
    void relink(String number, TaskSubject to, @Nullable String taskId) {
        jdbc.sql(
                        """
                        update service_record_link set about = ?, task_id = ?, household_id = ?, case_id = ?, person_id = ?,
                            district_code = ?, street_code = ?, point_code = ?, ngo_code = ?
                        where number = ?
                        """)
                .params(Arrays.asList(
                        to.number(),
                        taskId,
                        to.householdId(),
                        to.caseId(),
                        to.personId(),
                        to.districtCode(),
                        to.streetCode(),
                        to.pointCode(),
                        to.ngoCode(),
                        number))
                .update();
    }

    /** The link of a record that was not written after all. */
    void unlink(String number) {
        jdbc.sql("delete from service_record_link where number = ?")
                .param(number)
                .update();
    }

    Optional<Long> ofRequest(UUID requestId, Actor by) {
        return jdbc.sql("select id from service_record where author = ? and request_id = ?")
                .params(by.username(), requestId)
                .query(Long.class)
                .optional();
    }

    Optional<ServiceRecord> find(long id) {
        return jdbc.sql(SELECT + "where r.id = ?").param(id).query(this::read).optional();
    }

    List<ServiceRecord> versions(String number) {
        return jdbc.sql(SELECT + "where r.number = ? order by r.version desc")
                .param(number)
                .query(this::read)
                .list();
    }

    Set<String> visible(Collection<String> numbers) {
        return Set.copyOf(jdbc.sql("select number from service_record_link where number = any (?)")
                .param(numbers.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    List<ServiceRecord> ofHousehold(long householdId, int most) {
        return current("l.household_id", householdId, most);
    }

    List<ServiceRecord> ofCase(long caseId, int most) {
        return current("l.case_id", caseId, most);
    }

    List<ServiceRecord> ofTask(String taskId) {
        return current("l.task_id", taskId, 50);
    }

    private List<ServiceRecord> current(String column, Object value, int most) {
        return jdbc.sql(SELECT + "where " + column + " = ?" + NEWEST + "?")
                .params(value, most)
                .query(this::read)
                .list();
    }

    boolean hasRecord(String taskId) {
        return jdbc.sql("select exists (select 1 from service_record_link where task_id = ?)")
                .param(taskId)
                .query(Boolean.class)
                .single();
    }

    /** Whom a record is about today, and who may see it. */
    TaskSubject subjectOf(String number) {
        return jdbc.sql("select * from service_record_link where number = ?")
                .param(number)
                .query((row, n) -> new TaskSubject(
                        row.getString("about"),
                        row.getObject("household_id", Long.class),
                        row.getObject("person_id", Long.class),
                        row.getObject("case_id", Long.class),
                        null,
                        row.getString("district_code"),
                        row.getString("street_code"),
                        row.getString("point_code"),
                        row.getString("ngo_code"),
                        Urgency.NORMAL))
                .single();
    }

    void add(long recordId, Picture picture) {
        jdbc.sql("insert into service_record_picture (record_id, jpeg) values (?, ?)")
                .params(recordId, cipher.encrypt(Base64.getEncoder().encodeToString(picture.jpeg())))
                .update();
    }

    /** Ids of the pictures added with this version or one before it. */
    List<Long> pictures(ServiceRecord record) {
        return jdbc.sql(
                        """
                        select p.id from service_record_picture p join service_record r on r.id = p.record_id
                        where r.number = ? and r.version <= ? order by p.id
                        """)
                .params(record.number(), record.version())
                .query(Long.class)
                .list();
    }

    Optional<Picture> picture(long pictureId) {
        return jdbc.sql("select jpeg from service_record_picture where id = ?")
                .param(pictureId)
                .query((row, n) -> new Picture(Base64.getDecoder().decode(cipher.decrypt(row.getBytes("jpeg")))))
                .optional();
    }

    private ServiceRecord read(ResultSet row, int n) throws SQLException {
        return new ServiceRecord(
                row.getLong("id"),
                row.getString("number"),
                row.getInt("version"),
                row.getObject("supersedes_id", Long.class),
                row.getObject("superseded_by", Long.class),
                row.getBoolean("withdrawn"),
                decrypted(row.getBytes("reason")),
                new RecordSheet(
                        row.getString("resident_name"),
                        row.getString("committee_code"),
                        row.getString("committee_name"),
                        values(row.getArray("tags"), ResidentTag::valueOf),
                        ServiceMode.valueOf(row.getString("mode")),
                        decrypted(row.getBytes("mode_other")),
                        cipher.decrypt(row.getBytes("participants")),
                        row.getObject("served_on", LocalDate.class),
                        row.getBigDecimal("hours"),
                        values(row.getArray("items"), ServiceItem::valueOf),
                        Initiator.valueOf(row.getString("initiator")),
                        decrypted(row.getBytes("companions")),
                        cipher.decrypt(row.getBytes("content"))),
                row.getString("author"),
                row.getString("author_name"),
                row.getBoolean("author_filed"),
                row.getTimestamp("written_at").toInstant(),
                row.getString("task_id"),
                row.getObject("household_id", Long.class),
                row.getObject("case_id", Long.class),
                row.getObject("person_id", Long.class));
    }

    private byte @Nullable [] encrypted(@Nullable String text) {
        return text == null ? null : cipher.encrypt(text);
    }

    private @Nullable String decrypted(byte @Nullable [] stored) {
        return stored == null ? null : cipher.decrypt(stored);
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    private static <E> Set<E> values(Array column, Function<String, E> valueOf) throws SQLException {
        return Arrays.stream((String[]) column.getArray()).map(valueOf).collect(Collectors.toSet());
    }
}
