package org.jiuzhu.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.ProductClock;
import org.jiuzhu.shared.Urgency;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.jiuzhu.workflow.Stage;
import org.jiuzhu.workflow.WorkItem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@JiuzhuTest
class WorkListTest {

    private static final DataScope STREET = new DataScope(DataScope.Level.STREET, Actors.STATION);

    @Autowired
    WorkList workList;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private final Actor me = new Actor(
            "gu.yangban",
            "顾样板",
            Set.of("stationConsultant", "stationLead"),
            Actors.STATION,
            Set.of("stationConsultant:" + Actors.STATION, "stationLead:" + Actors.STATION),
            true);

    private int made;

    @BeforeEach
    void mondayMorning() {
        clock.set("2026-07-06T09:30:00");
        made = 0;
    }

    @Test
    void pagesHaveNoGapAndNoRepeatThoughATaskIsOfferedToTwoOfMyGroups() {
        for (int n = 0; n < 60; n++) {
            item(
                    "2026-07-" + (10 + n % 5) + "T00:00:00",
                    Urgency.NORMAL,
                    Stage.PLAN,
                    null,
                    "stationConsultant",
                    "stationLead");
        }
        List<String> seen = new ArrayList<>();
        PageKey key = null;
        do {
            WorkList.Page page = page(Filter.EVERYTHING, key);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(WorkList.PAGE);
            page.items().forEach(item -> seen.add(item.taskId()));
            key = page.next() == null ? null : PageKey.parse(page.next().toString());
        } while (key != null);
        assertThat(seen).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void aTaskThatIsTakenMeanwhileDoesNotShiftTheNextPage() {
        for (int n = 0; n < 40; n++) {
            item("2026-07-10T00:00:00", Urgency.NORMAL, Stage.PLAN, null, "stationConsultant");
        }
        WorkList.Page first = page(Filter.EVERYTHING, null);
        String gone = first.items().get(3).taskId();
        system(() -> jdbc.update("delete from work_item where task_id = ?", gone));
        WorkList.Page second = page(Filter.EVERYTHING, first.next());
        assertThat(second.items()).hasSize(15);
        assertThat(second.items()).noneMatch(item -> first.items().contains(item));
    }

    @Test
    void lateComesFirstThenTheUrgentOfTheSameMoment() {
        String later = item("2026-07-09T00:00:00", Urgency.NORMAL, Stage.PLAN, null, "stationConsultant");
        String urgent = item("2026-07-08T00:00:00", Urgency.URGENT, Stage.PLAN, null, "stationConsultant");
        String normal = item("2026-07-08T00:00:00", Urgency.NORMAL, Stage.PLAN, null, "stationConsultant");
        String late = item("2026-07-04T00:00:00", Urgency.NORMAL, Stage.PLAN, null, "stationConsultant");
        assertThat(page(Filter.EVERYTHING, null).items())
                .extracting(WorkItem::taskId)
                .containsExactly(late, urgent, normal, later);
    }

    @Test
    void mineAreMineAndOthersAreNobodysBusiness() {
        String mine = item("2026-07-08T00:00:00", Urgency.NORMAL, Stage.PLAN, "gu.yangban", "stationConsultant");
        String open = item("2026-07-09T00:00:00", Urgency.NORMAL, Stage.PLAN, null, "stationConsultant");
        item("2026-07-08T00:00:00", Urgency.NORMAL, Stage.PLAN, "shi.fangzhen", "stationConsultant");
        item("2026-07-08T00:00:00", Urgency.NORMAL, Stage.PLAN, null, "pointLead");
        assertThat(ids(new Filter(Filter.Scope.MINE, false, false, null))).containsExactly(mine);
        assertThat(ids(new Filter(Filter.Scope.OPEN, false, false, null))).containsExactly(open);
        assertThat(ids(Filter.EVERYTHING)).containsExactly(mine, open);
    }

    @Test
    void filtersNarrowAndCountsAgreeWithTheirLists() {
        item("2026-07-04T00:00:00", Urgency.NORMAL, Stage.INTAKE, "gu.yangban", "stationConsultant");
        item("2026-07-07T00:00:00", Urgency.URGENT, Stage.PLAN, null, "stationConsultant");
        item("2026-07-11T00:00:00", Urgency.NORMAL, Stage.PLAN, null, "stationConsultant");
        item("2026-08-11T00:00:00", Urgency.EMERGENCY, Stage.SERVICE, null, "stationConsultant");
        assertThat(ids(new Filter(Filter.Scope.ALL, true, false, null))).hasSize(1);
        assertThat(ids(new Filter(Filter.Scope.ALL, false, true, null))).hasSize(2);
        assertThat(ids(new Filter(Filter.Scope.ALL, false, false, Stage.PLAN))).hasSize(2);
        Counts counts = STREET.call(() -> workList.counts(me));
        assertThat(counts).isEqualTo(new Counts(1, 3, 4, 1, 1, 1, 1, 2));
    }

    @Test
    void countsStopAtAThousand() {
        for (int n = 0; n < 1_050; n++) {
            item("2026-07-10T00:00:00", Urgency.NORMAL, Stage.PLAN, null, "stationConsultant");
        }
        assertThat(STREET.call(() -> workList.counts(me)).all()).isEqualTo(WorkList.COUNT_CAP);
    }

    @Test
    void aKeyThatSomebodyMadeUpBeginsAtTheFirstPage() {
        assertThat(PageKey.parse("nonsense")).isNull();
        assertThat(PageKey.parse("9999999999999999999.1.x")).isNull();
        assertThat(PageKey.parse(null)).isNull();
    }

    @Test
    void anItemOfAnotherStreetStaysHiddenEvenIfItWereOfferedToMyGroup() {
        item("2026-07-08T00:00:00", Urgency.NORMAL, Stage.PLAN, null, "stationConsultant");
        DataScope elsewhere = new DataScope(DataScope.Level.STREET, "999901001");
        assertThat(elsewhere
                        .call(() -> workList.page(me, Filter.EVERYTHING, null))
                        .items())
                .isEmpty();
    }

    private WorkList.Page page(Filter filter, PageKey after) {
        return STREET.call(() -> workList.page(me, filter, after));
    }

    private List<String> ids(Filter filter) {
        return page(filter, null).items().stream().map(WorkItem::taskId).toList();
    }

    private String item(String due, Urgency urgency, Stage stage, String assignee, String... roles) {
        String id = "t%05d".formatted(++made);
        Timestamp dueAt = Timestamp.from(
                LocalDateTime.parse(due).atZone(ProductClock.ZONE).toInstant());
        system(() -> {
            jdbc.update(
                    """
                    insert into work_item (task_id, task_key, process_key, process_instance_id, process_definition_id, number,
                      district_code, street_code, point_code, urgency, stage, assignee, created_at, due_at)
                    values (?, 'userTask_x', 'p', 'pi', 'pd', 'SH-2026-000001', '999901', ?, ?, ?, ?, ?, ?, ?)
                    """,
                    id,
                    Actors.STATION,
                    Actors.POINT,
                    urgency.ordinal(),
                    stage.ordinal(),
                    assignee,
                    Timestamp.from(Instant.now()),
                    dueAt);
            for (String role : roles) {
                String org = role.startsWith("point") ? Actors.POINT : Actors.STATION;
                jdbc.update(
                        "insert into work_offer (group_key, task_id, due_at, urgency, stage, taken) values (?, ?, ?, ?, ?, ?)",
                        role + ":" + org,
                        id,
                        dueAt,
                        urgency.ordinal(),
                        stage.ordinal(),
                        assignee != null);
            }
            return 1;
        });
        return id;
    }

    private void system(java.util.function.Supplier<Integer> work) {
        DataScope.system("test").run(() -> transaction.executeWithoutResult(status -> work.get()));
    }
}
