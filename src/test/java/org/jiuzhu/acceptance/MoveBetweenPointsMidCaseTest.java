package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.demo.DemoLibraries;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.Tickets;
import org.jiuzhu.lifeevent.HouseholdMove.NewMove;
import org.jiuzhu.lifeevent.Moves;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.support.YunfanTown;
import org.jiuzhu.visit.VisitPlans;
import org.jiuzhu.workflow.EngineClock;
import org.jiuzhu.workflow.OpenWork;
import org.jiuzhu.workflow.WorkItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** 韩迁移 moves from 云帆镇 to 松鹤街道 while a professional point serves her; domain.md section 5. */
@JiuzhuTest
class MoveBetweenPointsMidCaseTest {

    private static final String ID = "999999196901010165";
    private static final String[] NEEDS = {"SOCIAL_COUNSELLING"};
    private static final String HUKOU = "云帆镇云东路 3 弄";

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    LeadIntake intake;

    @Autowired
    Journey journey;

    @Autowired
    Moves moves;

    @Autowired
    VisitPlans plans;

    @Autowired
    DemoLibraries libraries;

    @Autowired
    YunfanTown town;

    @Autowired
    Homes homes;

    @Autowired
    OpenWork work;

    @Autowired
    EngineClock engine;

    @Autowired
    TestClock clock;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    Household home;
    String lead;

    @BeforeEach
    void live() {
        town.served(NEEDS);
        clock.set("2026-07-06T10:00:00");
        home = desk.system(() -> {
            libraries.seed(LocalDate.of(2026, 7, 6));
            long person = people.register(new NewPerson(
                            YunfanTown.POINT,
                            "韩迁移",
                            ID,
                            "13800000165",
                            null,
                            null,
                            PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN))))
                    .id();
            return households.register(new NewHousehold(YunfanTown.POINT, HUKOU, "1 号", person));
        });
    }

    @Test
    @DisplayName("7. Move between points mid-case")
    void moveBetweenPointsMidCase() {
        serves(YunfanTown.STREET, Actors.STATION);
        caseAt("deliverService");
        String number = value("select number from assistance_case");
        String served = value("select ngo_code from referral");
        long recordsBefore = seenBy(YunfanTown.CONSULTANT, "service_record");
        assertThat(recordsBefore).isPositive();
        assertThat(visits())
                .as("what was recorded for the case counts as July's visit")
                .containsExactly("MONTH 2026-07-01 MET " + YunfanTown.POINT);

        propose();
        desk.complete("confirmTransferOut", YunfanTown.LEAD, Map.of("agreed", "YES"));
        desk.complete("confirmTransferIn", Actors.stationLead(), Map.of("agreed", "YES"));
        assertThat(value("select street_code from household"))
                .as("not before the day")
                .isEqualTo(YunfanTown.STREET);
        at("2026-07-15T09:00:00");

        assertThat(value("select number from assistance_case")).isEqualTo(number);
        assertThat(value("select street_code from household")).isEqualTo(Actors.STATION);
        assertThat(value("select ngo_code from referral where settled_at is null"))
                .as("it serves both streets and goes on")
                .isEqualTo(served);
        assertThat(desk.tasks("deliverService")).hasSize(1);
        theFormerPeopleReadOnlyTheirOwnRecords(recordsBefore);
        theVisitsGoOnUnderTheNewProfileAndJulysCountsOnce();
        assertThat(desk.system(() -> work.astray())).isEmpty();

        journey.toTheEnd(lead, Route.CASE);
        assertThat(value("select outcome from assistance_case")).isEqualTo("RESOLVED");
        assertThat(desk.openKeys()).isEmpty();
    }

    @Test
    void claimsAreReleasedAndTermsCountFromTheDayOfTheMoveUnderTheNewProfile() {
        serves(YunfanTown.STREET, Actors.STATION);
        caseAt("followUp");
        String task = desk.task("followUp");
        desk.claim(task, YunfanTown.CONSULTANT);
        assertThat(groups(task))
                .containsExactly("pointConsultant:" + YunfanTown.POINT, "stationConsultant:" + YunfanTown.STREET);
        move();

        WorkItem item = desk.system(() -> work.ofCase(1)).get(0);
        assertThat(item.assignee()).isNull();
        assertThat(groups(task))
                .as("SJ: the station follows up")
                .containsExactly("stationConsultant:" + Actors.STATION);
        assertThat(item.dueAt()).as("30 days from 15 July end on a workday").isEqualTo(endOf("2026-08-14"));
        assertThat(desk.system(() -> jdbc.queryForObject(
                                "select due_date_ from act_ru_task where id_ = ?", Timestamp.class, task))
                        .toInstant())
                .isEqualTo(item.dueAt());
        assertThat(desk.system(() -> jdbc.queryForList("select duedate_ from act_ru_job order by 1", Timestamp.class)))
                .allMatch(timer -> timer.toInstant().isAfter(clock.now()))
                .last()
                .isEqualTo(Timestamp.from(item.dueAt()));
    }

    @Test
    void aPointBoundToItsAreaCannotGoOnAndTheNeedIsPlannedAtTheNewPlace() {
        serves(YunfanTown.STREET);
        caseAt("deliverService");
        move();
        engine.runDueJobs();

        assertThat(value("select status from referral")).isEqualTo("WITHDRAWN");
        assertThat(value("select status from need")).isEqualTo("UNPLACED");
        assertThat(desk.tasks("deliverService")).isEmpty();
        assertThat(desk.rowsSeenBy(Actors.ngoWorker(Actors.NGO_1))).doesNotContainKeys("referral", "work_item");
        assertThat(desk.system(() -> work.astray())).isEmpty();
    }

    private void theVisitsGoOnUnderTheNewProfileAndJulysCountsOnce() {
        assertThat(visits()).containsExactly("MONTH 2026-07-01 MET " + Actors.POINT);
        assertThat(desk.system(() -> plans.historyOf(home.headPersonId())))
                .satisfiesExactly(
                        before -> {
                            assertThat(before.profile()).isEqualTo("chuansha");
                            assertThat(before.place().orgCode())
                                    .as("where it was owed stays")
                                    .isEqualTo(YunfanTown.POINT);
                        },
                        after -> {
                            assertThat(after.step().from()).isEqualTo(LocalDate.of(2026, 7, 15));
                            assertThat(after.step().reason()).isEqualTo("MOVED");
                            assertThat(after.profile()).isEqualTo("songjiang");
                            assertThat(after.place().orgCode()).isEqualTo(Actors.POINT);
                        });
        assertThat(value("select concat_ws(' ', per, from_on, point_code) from visit_owed"))
                .as("the half-year is owed after July")
                .isEqualTo("HALF_YEAR 2026-08-01 " + Actors.POINT);
    }

    private List<String> visits() {
        return desk.system(() -> jdbc.queryForList(
                """
                select concat_ws(' ', per, start_on, coalesce(settled_as, 'owed'), point_code) from visit_window
                order by start_on
                """,
                String.class));
    }

    private void theFormerPeopleReadOnlyTheirOwnRecords(long records) {
        for (var former : List.of(YunfanTown.CONSULTANT, YunfanTown.POINT_HEAD)) {
            assertThat(desk.rowsSeenBy(former))
                    .doesNotContainKeys(
                            "person",
                            "household",
                            "assistance_case",
                            "need",
                            "lead",
                            "assessment",
                            "work_item",
                            "referral",
                            "visit_window",
                            "visit_plan",
                            "visit_owed",
                            "visit_contact")
                    .containsEntry("service_record", records);
        }
    }

    private void serves(String... streets) {
        for (String ngo : List.of(Actors.NGO_1, Actors.NGO_2)) {
            homes.serves(ngo, YunfanTown.STREET, List.of(streets), NEEDS);
        }
    }

    private void caseAt(String task) {
        lead = intake.receive(
                        Tickets.about(LeadSource.CONSULTANT_FINDING, Tickets.named("韩迁移", ID, YunfanTown.POINT)),
                        YunfanTown.CONSULTANT)
                .number();
        journey.until(lead, task, Route.CASE);
    }

    private void propose() {
        desk.system(() -> moves.propose(
                home.id(),
                new NewMove(Actors.POINT, LocalDate.of(2026, 7, 15), "搬到女儿家附近", "松鹤路 8 弄", "3 号 201 室"),
                YunfanTown.CONSULTANT));
    }

    private void move() {
        propose();
        desk.complete("confirmTransferOut", YunfanTown.LEAD, Map.of("agreed", "YES"));
        desk.complete("confirmTransferIn", Actors.stationLead(), Map.of("agreed", "YES"));
        at("2026-07-15T09:00:00");
    }

    private long seenBy(org.jiuzhu.shared.Actor actor, String table) {
        return desk.rowsSeenBy(actor).getOrDefault(table, 0L);
    }

    private List<String> groups(String task) {
        return desk.system(() -> jdbc.queryForList(
                "select group_key from work_offer where task_id = ? order by group_key", String.class, task));
    }

    private void at(String moment) {
        engine.walkTo(LocalDateTime.parse(moment).atZone(ProductClock.ZONE).toInstant(), clock::set);
    }

    private static Instant endOf(String day) {
        return LocalDate.parse(day).plusDays(1).atStartOfDay(ProductClock.ZONE).toInstant();
    }

    private String value(String sql) {
        return desk.system(() -> jdbc.queryForObject(sql, String.class));
    }
}
