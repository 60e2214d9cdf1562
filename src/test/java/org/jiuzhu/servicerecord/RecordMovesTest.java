package org.jiuzhu.servicerecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
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
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.timeline.Timeline;
import org.jiuzhu.timeline.TimelineEvent;
import org.jiuzhu.workflow.TaskSubject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A record that was put on the wrong household: 赵示例's, of one point, and is about 钱演示 of the next. */
@JiuzhuTest
class RecordMovesTest {

    private static final String TASK = "a-task";
    private static final String WHY = "两户同一天走访，选错了人";

    @Autowired
    RecordMoves moves;

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

    TaskSubject wrong;
    long rightPerson;
    long rightHousehold;
    long neighbour;
    long record;

    @BeforeEach
    void aRecordOnTheWrongHousehold() {
        desk.system(() -> {
            long zhao = person(Actors.POINT, "赵示例", "999999195003120026");
            wrong = households.subject("SH-2026-000001", home(Actors.POINT, zhao), 7L, Urgency.NORMAL);
            jdbc.update(
                    """
                    insert into assistance_case (id, number, household_id, person_id, urgency, received_at, opened_at,
                      district_code, street_code, point_code)
                    overriding system value values (7, 'SH-2026-000001', ?, ?, 'NORMAL', now(), now(), ?, ?, ?)
                    """,
                    wrong.householdId(),
                    zhao,
                    wrong.districtCode(),
                    wrong.streetCode(),
                    wrong.pointCode());
            rightPerson = person(Actors.OTHER_POINT, "钱演示", "999999196608150054");
            rightHousehold = home(Actors.OTHER_POINT, rightPerson);
            neighbour = person(Actors.POINT, "孙模拟", null);
            home(Actors.POINT, neighbour);
            return null;
        });
        record = at(
                Level.POINT,
                Actors.POINT,
                () -> records.write(
                        new NewServiceRecord(UUID.randomUUID(), Sheets.visit(), List.of(), wrong, TASK),
                        Actors.pointConsultant()));
    }

    @Test
    void whoServesTheWrongHouseholdNoLongerSeesItAndWhoServesTheRightOneDoes() {
        String written = content();

        atStation(() -> move(rightPerson, Actors.stationLead()));

        assertThat(at(Level.POINT, Actors.POINT, () -> records.ofHousehold(wrong.householdId(), 10)))
                .isEmpty();
        assertThatThrownBy(() -> at(Level.POINT, Actors.POINT, () -> records.get(record)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        assertThat(at(Level.POINT, Actors.OTHER_POINT, () -> records.ofHousehold(rightHousehold, 10)))
                .extracting(ServiceRecord::id)
                .containsExactly(record);
        assertThat(content()).isEqualTo(written);
    }

    @Test
    void bothHouseholdsTimeLinesTellItAndTheReasonStaysWithTheRecord() {
        atStation(() -> move(rightPerson, Actors.stationLead()));

        TimelineEvent out = newest(Level.POINT, Actors.POINT, wrong.householdId());
        TimelineEvent in = newest(Level.POINT, Actors.OTHER_POINT, rightHousehold);
        assertThat(out.kind()).isEqualTo("record.movedOut");
        assertThat(out.actorName()).isEqualTo("陆示范");
        assertThat(out.detail()).containsOnlyKeys("number");
        assertThat(in.kind()).isEqualTo("record.movedIn");
        assertThat(in.detail()).containsEntry("note", WHY);
        assertThat(atStation(() -> moves.of(records.get(record).number())))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.reason()).isEqualTo(WHY);
                    assertThat(move.movedBy()).isEqualTo("lu.shifan");
                    assertThat(move.toHouseholdId()).isEqualTo(rightHousehold);
                });
    }

    @Test
    void theTaskOfTheWrongHouseholdAsksForItsOwnRecordAgain() {
        atStation(() -> move(rightPerson, Actors.stationLead()));

        assertThat(records.hasRecord(TASK)).isFalse();
    }

    @Test
    void movedBackItStandsWhereItStood() {
        atStation(() -> move(rightPerson, Actors.stationLead()));
        atStation(() -> {
            moves.moveBack(record, "没有选错", Actors.stationLead());
            return null;
        });

        ServiceRecord back = at(Level.POINT, Actors.POINT, () -> records.get(record));
        assertThat(back.householdId()).isEqualTo(wrong.householdId());
        assertThat(back.caseId()).isEqualTo(7L);
        assertThat(back.taskId()).isEqualTo(TASK);
        assertThat(records.hasRecord(TASK)).isTrue();
        assertThat(at(Level.POINT, Actors.OTHER_POINT, () -> records.ofHousehold(rightHousehold, 10)))
                .isEmpty();
        assertThat(atStation(() -> moves.of(back.number()))).hasSize(2);
    }

    @Test
    void aCorrectionOfAMovedRecordStandsOnTheRightHousehold() {
        atStation(() -> move(rightPerson, Actors.stationLead()));

        long corrected = atStation(() -> records.correct(
                record, UUID.randomUUID(), Sheets.lasting("1.5"), "时长写错了", List.of(), Actors.stationLead()));

        assertThat(at(Level.POINT, Actors.OTHER_POINT, () -> records.get(corrected))
                        .householdId())
                .isEqualTo(rightHousehold);
    }

    @Test
    void theAuthorMovesItWithinWhatTheAuthorSees() {
        at(Level.POINT, Actors.POINT, () -> move(neighbour, Actors.pointConsultant()));

        assertThat(at(Level.POINT, Actors.POINT, () -> records.get(record)).personId())
                .isEqualTo(neighbour);
        assertThatThrownBy(() -> at(Level.POINT, Actors.POINT, () -> move(rightPerson, Actors.pointConsultant())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void nobodyElseOfThePointMovesIt() {
        assertThatThrownBy(() -> at(Level.POINT, Actors.POINT, () -> move(neighbour, Actors.pointLead())))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
    }

    @Test
    void aReasonIsNeededAndTheHouseholdIsAnother() {
        assertThat(problem(() -> moves.move(record, rightPerson, " ", Actors.stationLead())))
                .isEqualTo("reason");
        assertThat(problem(() -> moves.move(record, head(), WHY, Actors.stationLead())))
                .isEqualTo("person");
    }

    @Test
    void nobodyWasServedBeforeBeingBorn() {
        long early = at(
                Level.POINT,
                Actors.POINT,
                () -> records.write(
                        new NewServiceRecord(
                                UUID.randomUUID(), Sheets.on(LocalDate.parse("2026-06-14")), List.of(), wrong, null),
                        Actors.pointConsultant()));

        assertThat(problem(() -> moves.move(early, bornOnTheNextDay(), WHY, Actors.stationLead())))
                .isEqualTo("person");
    }

    @Test
    void whatWasNeverMovedIsNotMovedBack() {
        assertThatThrownBy(() -> atStation(() -> {
                    moves.moveBack(record, "没有选错", Actors.stationLead());
                    return null;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    private long head() {
        return desk.system(() -> households.get(wrong.householdId()).headPersonId());
    }

    private long bornOnTheNextDay() {
        return desk.system(() -> person(Actors.POINT, "李虚构", "999999202606150104"));
    }

    private String problem(Runnable move) {
        try {
            atStation(() -> {
                move.run();
                return null;
            });
            throw new AssertionError("moved all the same");
        } catch (InvalidInput invalid) {
            return invalid.problems().get(0).field();
        }
    }

    private Void move(long person, Actor by) {
        moves.move(record, person, WHY, by);
        return null;
    }

    private TimelineEvent newest(Level level, String code, long household) {
        return at(level, code, () -> timeline.ofHousehold(household, 1)).get(0);
    }

    private String content() {
        return desk.system(() -> jdbc.queryForObject("select service_record::text from service_record", String.class));
    }

    private long person(String point, String name, String idNumber) {
        return people.register(new NewPerson(point, name, idNumber, null)).id();
    }

    private long home(String point, long head) {
        return households
                .register(new NewHousehold(point, "松鹤路 1 弄", "2 号 301", head))
                .id();
    }

    private <T> T atStation(Supplier<T> work) {
        return at(Level.STREET, Actors.STATION, work);
    }

    private static <T> T at(Level level, String code, Supplier<T> work) {
        return new DataScope(level, code).call(work);
    }
}
