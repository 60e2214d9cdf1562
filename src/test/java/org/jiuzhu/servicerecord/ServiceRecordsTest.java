package org.jiuzhu.servicerecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.shared.database.EmbeddedDatabase;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.workflow.TaskSubject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;

@JiuzhuTest
class ServiceRecordsTest {

    private static final String TASK = "a-task";
    private static final DataScope AT_POINT = new DataScope(Level.POINT, Actors.POINT);

    @Autowired
    ServiceRecords records;

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Timeline timeline;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    FlywayConnectionDetails owner;

    TaskSubject about;

    @BeforeEach
    void register() {
        about = desk.system(() -> {
            long person = people.register(new NewPerson(Actors.POINT, "赵示例", "999999195003120026", null))
                    .id();
            long household = households
                    .register(new NewHousehold(Actors.POINT, "松鹤路 1 弄", "2 号 301", person))
                    .id();
            return households.subject("SH-2026-000001", household, 7L, Urgency.NORMAL);
        });
    }

    @Test
    void aRecordIsKeptAsWrittenAndOpensTheTasksGate() {
        assertThat(atPoint(() -> records.hasRecord(TASK))).isFalse();

        long id = write(UUID.randomUUID(), Sheets.visit());

        ServiceRecord record = atPoint(() -> records.get(id));
        assertThat(record.sheet()).isEqualTo(Sheets.visit());
        assertThat(record.number()).matches("JL-2026-\\d{6}");
        assertThat(record.version()).isEqualTo(1);
        assertThat(record.author()).isEqualTo("lin.shiyong");
        assertThat(record.authorFiled()).isTrue();
        assertThat(atPoint(() -> records.hasRecord(TASK))).isTrue();
        assertThat(atPoint(() -> records.ofCase(7, 10)))
                .extracting(ServiceRecord::id)
                .containsExactly(id);
        assertThat(atPoint(() -> records.ofHousehold(record.householdId(), 10))).hasSize(1);
        assertThat(desk.system(() -> timeline.ofCase(7, List.of(), 10)))
                .extracting("kind")
                .containsExactly("record.written");
    }

    @Test
    void aDoubleClickIsOneRecord() {
        UUID request = UUID.randomUUID();

        assertThat(write(request, Sheets.visit())).isEqualTo(write(request, Sheets.visit()));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void twoClicksAtTheSameMomentAreOneRecord() throws Exception {
        UUID request = UUID.randomUUID();
        var go = new CountDownLatch(1);
        Callable<Long> click = () -> {
            go.await();
            return write(request, Sheets.visit());
        };
        var threads = Executors.newFixedThreadPool(2);
        try {
            var first = threads.submit(click);
            var second = threads.submit(click);
            go.countDown();
            assertThat(first.get()).isEqualTo(second.get());
        } finally {
            threads.shutdownNow();
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void aCorrectionSupersedesAndKeepsWhatWasWritten() {
        long first = write(UUID.randomUUID(), Sheets.visit());

        long second = correct(first, Sheets.lasting("1.5"), Actors.pointConsultant());

        ServiceRecord corrected = atPoint(() -> records.get(second));
        assertThat(corrected.number())
                .isEqualTo(atPoint(() -> records.get(first)).number());
        assertThat(corrected.version()).isEqualTo(2);
        assertThat(corrected.supersedesId()).isEqualTo(first);
        assertThat(corrected.isCurrent()).isTrue();
        assertThat(corrected.reason()).isEqualTo("时长写错了");
        assertThat(corrected.authorName()).isEqualTo("林试用");
        ServiceRecord old = atPoint(() -> records.get(first));
        assertThat(old.sheet()).isEqualTo(Sheets.visit());
        assertThat(old.supersededById()).isEqualTo(second);
        assertThat(atPoint(() -> records.current(corrected.number())).id()).isEqualTo(second);
        assertThat(atPoint(() -> records.ofTask(TASK)))
                .extracting(ServiceRecord::id)
                .containsExactly(second);
        assertThat(atPoint(() -> records.versions(corrected.number()))).hasSize(2);
    }

    @Test
    void aSupersededVersionIsNotCorrectedAgain() {
        long first = write(UUID.randomUUID(), Sheets.visit());
        correct(first, Sheets.lasting("1.5"), Actors.pointConsultant());

        assertThatThrownBy(() -> correct(first, Sheets.lasting("2.0"), Actors.pointConsultant()))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refusal.messageKey()).isEqualTo("servicerecord.superseded");
                });
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void theAuthorCorrectsAndTheLeadOfThePlaceAndNobodyElse() {
        long first = write(UUID.randomUUID(), Sheets.visit());
        Actor colleague = Actors.at("shen.peixun", "沈培训", Actors.POINT, "pointConsultant");

        assertThatThrownBy(() -> correct(first, Sheets.lasting("1.5"), colleague))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        long second = correct(first, Sheets.lasting("1.5"), Actors.pointLead());
        assertThat(atPoint(() -> records.get(second)).author()).isEqualTo("he.yanlian");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update service_record set hours = 2",
                "delete from service_record",
                "update service_record_picture set jpeg = null",
                "delete from service_record_picture",
                "update service_record_move set moved_by = 'x'",
                "delete from service_record_move"
            })
    void theDatabaseItselfRefusesToChangeOrDelete(String sql) throws IOException, SQLException {
        writeWithPicture();
        desk.system(
                () -> jdbc.update(
                        """
                insert into service_record_move (number, reason, moved_by, moved_by_name, moved_at, from_about,
                    from_district, from_street, to_person_id)
                values ('JL-2026-000001', '', 'x', 'x', now(), '', '999901', '999901005', 1)
                """));

        assertThatThrownBy(() -> desk.system(() -> jdbc.update(sql))).hasStackTraceContaining("is append-only");
        try (Connection connection = DriverManager.getConnection(owner.getJdbcUrl(), EmbeddedDatabase.OWNER, "");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(sql)).hasMessageContaining("is append-only");
        }
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void whatPeopleSayIsEncryptedAtRest() {
        write(UUID.randomUUID(), Sheets.visit());

        String row =
                desk.system(() -> jdbc.queryForObject("select service_record::text from service_record", String.class));
        assertThat(row).contains("赵示例", "鹤鸣居委").doesNotContain("膝盖").doesNotContain("尤样例");
        byte[] content = desk.system(() -> jdbc.queryForObject("select content from service_record", byte[].class));
        assertThat(new String(content, StandardCharsets.UTF_8)).doesNotContain("膝盖");
    }

    @Test
    void anotherPointSeesNothingOfIt() {
        long id = write(UUID.randomUUID(), Sheets.visit());
        DataScope elsewhere = new DataScope(Level.POINT, Actors.OTHER_POINT);

        assertThatThrownBy(() -> elsewhere.call(() -> records.get(id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        assertThat(elsewhere.call(() -> records.ofCase(7, 10))).isEmpty();
        assertThat(new DataScope(Level.STREET, Actors.STATION).call(() -> records.ofCase(7, 10)))
                .hasSize(1);
        assertThat(new DataScope(Level.NGO, Actors.NGO_1).call(() -> records.ofCase(7, 10)))
                .isEmpty();
    }

    @Test
    void nobodyIsServedBeforeBeingBorn() {
        assertThatThrownBy(() -> write(UUID.randomUUID(), Sheets.on(LocalDate.parse("1950-03-11"))))
                .isInstanceOfSatisfying(InvalidInput.class, invalid -> assertThat(invalid.problems())
                        .extracting("messageKey")
                        .containsExactly("servicerecord.beforeBirth"));
        assertThat(count()).isZero();
    }

    private void writeWithPicture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
        Picture picture = Picture.of(new ChosenFile("门口.png", bytes.size(), bytes::toByteArray));
        atPoint(() -> records.write(
                new NewServiceRecord(UUID.randomUUID(), Sheets.visit(), List.of(picture), about, TASK),
                Actors.pointConsultant()));
    }

    private long write(UUID request, RecordSheet sheet) {
        return atPoint(() ->
                records.write(new NewServiceRecord(request, sheet, List.of(), about, TASK), Actors.pointConsultant()));
    }

    private long correct(long id, RecordSheet sheet, Actor by) {
        return atPoint(() -> records.correct(id, UUID.randomUUID(), sheet, "时长写错了", List.of(), by));
    }

    private int count() {
        return desk.system(() -> jdbc.queryForObject("select count(*) from service_record", Integer.class));
    }

    private static <T> T atPoint(Supplier<T> work) {
        return AT_POINT.call(work);
    }
}
