package org.jiuzhu.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Closed;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.shared.database.EmbeddedDatabase;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is closed to relatives costs a comparison per row that is shown, however large the tables have grown. */
@JiuzhuTest
class ClosedRowsPlanTest {

    private static final int ROWS = 20_000;
    private static final String GROUP = "pointConsultant:" + Actors.POINT;
    private static final DataScope POINT = new DataScope(Level.POINT, Actors.POINT);
    private static final Closed ONE_HOUSEHOLD =
            new Closed(Set.of(7L), Set.of(7L, 8L), Set.of(7L), Set.of(7L), Set.of("t7"));

    private static final String WORK_LIST_PAGE =
            "select w.* from (select task_id, due_at, urgency from work_offer where group_key = '" + GROUP
                    + "' and not taken and (due_at, urgency, task_id) > ('2026-07-06T00:00:00Z'::timestamptz, 0, '')"
                    + " order by due_at, urgency, task_id limit 26) k join work_item w using (task_id)";
    private static final String PEOPLE_PAGE =
            "select p.id from person p where p.point_code = '" + Actors.POINT + "' order by p.name_sort, p.id limit 26";
    private static final String TIME_LINE =
            "select * from timeline_event where household_id = 9 order by at desc, id desc limit 50";

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    FlywayConnectionDetails database;

    @Autowired
    ObjectMapper json;

    @BeforeEach
    void manyRows() throws SQLException {
        desk.system(() -> {
            jdbc.update(
                    """
                    insert into work_item (task_id, task_key, process_key, process_instance_id, process_definition_id, number,
                      household_id, person_id, case_id, district_code, street_code, point_code, urgency, stage, created_at, due_at)
                    select 't' || n, 'userTask_verifyLead', 'assistance-case', 'p' || n, 'd', 'SH-' || n, n, n, n,
                      '999901', ?, ?, 2, 0, now(), '2026-07-06'::timestamptz + n * interval '1 minute'
                    from generate_series(1, ?) n
                    """,
                    Actors.STATION,
                    Actors.POINT,
                    ROWS);
            jdbc.update(
                    "insert into work_offer select ?, task_id, due_at, urgency, stage, false from work_item", GROUP);
            jdbc.update(
                    """
                    insert into person (version, name, name_sort, sex, categories, special_care, standing, district_code,
                      street_code, point_code)
                    select 0, 'x', 'x' || n, 0, '', false, 'ACTIVE', '999901', ?, ? from generate_series(1, ?) n
                    """,
                    Actors.STATION,
                    Actors.POINT,
                    ROWS);
            jdbc.update(
                    """
                    insert into timeline_event (at, kind, actor, actor_name, number, household_id, case_id, district_code,
                      street_code, point_code)
                    select now(), 'task.reminded', 'system', '', 'SH-' || n, n, n, '999901', ?, ? from generate_series(1, ?) n
                    """,
                    Actors.STATION,
                    Actors.POINT,
                    ROWS);
            return true;
        });
        try (var owner = DriverManager.getConnection(database.getJdbcUrl(), EmbeddedDatabase.OWNER, "");
                var statement = owner.createStatement()) {
            statement.execute("analyze work_item, work_offer, person, timeline_event");
        }
    }

    @Test
    void aPageReadsNoMoreRowsThanWithoutAnyFiling() {
        for (String sql : List.of(WORK_LIST_PAGE, PEOPLE_PAGE, TIME_LINE)) {
            JsonNode open = plan(POINT, sql);
            JsonNode closed = plan(POINT.without(ONE_HOUSEHOLD), sql);

            assertThat(rowsRead(closed))
                    .as("%s%n%s", sql, indexes(closed))
                    .isLessThanOrEqualTo(rowsRead(open) + 2)
                    .isLessThan(120);
            assertThat(indexes(closed)).as(sql).isEqualTo(indexes(open)).isNotEmpty();
        }
    }

    private JsonNode plan(DataScope scope, String sql) {
        return scope.call(() -> transaction.execute(status -> {
            try {
                return json.readTree(jdbc.queryForObject("explain (analyze, format json) " + sql, String.class))
                        .get(0);
            } catch (JsonProcessingException broken) {
                throw new IllegalStateException(broken);
            }
        }));
    }

    private static long rowsRead(JsonNode plan) {
        return plan.findParents("Relation Name").stream()
                .mapToLong(node -> node.path("Actual Loops").asLong()
                        * (node.path("Actual Rows").asLong()
                                + node.path("Rows Removed by Filter").asLong()))
                .sum();
    }

    private static Set<String> indexes(JsonNode plan) {
        return new HashSet<>(plan.findValuesAsText("Index Name"));
    }
}
