package org.jiuzhu.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.NewHousehold;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;

/**
 * A city of one-person households: 333 to a point, 20 points to a street, two consultants to a point. One household is
 * registered by the product, and its rows are multiplied in SQL; what is measured comes after.
 */
final class District {

    static final int PER_POINT = 333;
    static final int POINTS_PER_STREET = 20;

    /** The 1st of a month: everybody's period begins, and ends together with everybody else's. */
    static final LocalDate PERIOD = LocalDate.of(2026, 7, 1);

    private static final String POINT =
            "('999901' || lpad((200 + n / (%1$d * %2$d))::text, 3, '0') || lpad((1 + n / %1$d %% %2$d)::text, 3, '0'))"
                    .formatted(PER_POINT, POINTS_PER_STREET);

    private District() {}

    static void fill(Product product, BenchServer server, String database, int people) throws SQLException {
        product.stand("2026-06-30T09:00:00");
        Household home = product.system(() -> {
            product.bean(DemoNetwork.class).seed();
            NewPerson person = new NewPerson(
                    DemoNetwork.HEMING,
                    "沈样板",
                    null,
                    null,
                    null,
                    null,
                    PersonDetails.of(Set.of(AssistanceCategory.DIBAO_URBAN)));
            return product.bean(Households.class)
                    .register(new NewHousehold(
                            DemoNetwork.HEMING,
                            "样板路 1 弄",
                            "2 号 301 室",
                            product.bean(People.class).register(person).id()));
        });
        try (Connection admin = server.admin(database)) {
            run(admin, "set session_replication_role = replica");
            units(admin, people);
            residents(admin, home, people);
            consultants(admin);
            for (String table : new String[] {"person", "household", "household_member", "org_unit", "consultant"}) {
                run(admin, "vacuum analyze " + table);
            }
            plans(admin, people);
            run(admin, "vacuum analyze visit_step");
            run(admin, "vacuum analyze visit_owed");
        }
    }

    private static void units(Connection admin, int people) throws SQLException {
        run(
                admin,
                "insert into org_unit (code, kind, name, parent_code) select distinct left(p, 9), 'STREET', '街道 ' || left(p, 9), '999901' from (select "
                        + POINT + " p from generate_series(0, ? - 1, " + PER_POINT + ") n) x",
                people);
        run(
                admin,
                "insert into org_unit (code, kind, name, parent_code) select distinct p, 'POINT', '居委 ' || p, left(p, 9) from (select "
                        + POINT + " p from generate_series(0, ? - 1, " + PER_POINT + ") n) x",
                people);
        run(
                admin,
                "insert into org_profile (org_code, profile, valid_from) select code, 'changning', date '2023-01-01' from org_unit where kind = 'STREET' and code >= '999901200'");
    }

    private static void residents(Connection admin, Household home, int people) throws SQLException {
        multiply(
                admin,
                "person",
                people,
                "id = " + home.headPersonId(),
                Map.of(
                        "id", "1000 + n",
                        "name", "'样板' || n",
                        "name_sort", "'yangban' || n",
                        "district_code", "'999901'",
                        "street_code", "left(" + POINT + ", 9)",
                        "point_code", POINT));
        multiply(
                admin,
                "household",
                people,
                "id = " + home.id(),
                Map.of(
                        "id", "1000 + n",
                        "number", "'HU-2026-' || (1000000 + n)",
                        "road", "'样板路 ' || (1 + n % 17) || ' 弄'",
                        "head_person_id", "1000 + n",
                        "district_code", "'999901'",
                        "street_code", "left(" + POINT + ", 9)",
                        "point_code", POINT));
        multiply(
                admin,
                "household_member",
                people,
                "household_id = " + home.id(),
                Map.of(
                        "id", "1000 + n",
                        "household_id", "1000 + n",
                        "person_id", "1000 + n",
                        "district_code", "'999901'",
                        "street_code", "left(" + POINT + ", 9)",
                        "point_code", POINT));
    }

    /** Every point has a lead and a consultant; those who can log in (the demo's) move into the new points. */
    private static void consultants(Connection admin) throws SQLException {
        run(
                admin,
                """
                insert into consultant (username, display_name, org_code, position, occupation, filing, filing_on)
                select 'bench.' || k || '.' || code, '顾问 ' || k, code, case k when 1 then 'POINT_LEAD' else 'POINT_CONSULTANT' end,
                  'COMMUNITY_WORKER', 'FILED', date '2026-01-01'
                from org_unit, generate_series(1, 2) k where kind = 'POINT' and code >= '999901200'
                """);
        run(
                admin,
                """
                with points as (select code, row_number() over (order by md5(code)) n from org_unit
                    where kind = 'POINT' and code >= '999901200'),
                staff as (select username, row_number() over (order by username) n from consultant
                    where position in ('POINT_LEAD', 'POINT_CONSULTANT') and username not like 'bench.%' and filing = 'FILED')
                update consultant c set org_code = p.code from staff s
                  join points p on p.n = 1 + (s.n - 1) % (select count(*) from points) where c.username = s.username
                """);
    }

    /** At least one contact a month for everybody (CN 三(四)1). */
    private static void plans(Connection admin, int people) throws SQLException {
        run(
                admin,
                """
                insert into visit_step (person_id, from_on, reason, tier, tier_reason, duties, on_nodes, profile, rules, recorded_at,
                  recorded_by, district_code, street_code, point_code)
                select id, ?, 'ENTERED', 'FLAT', 'cadence.FLAT', 'MONTH:1:HOME_PHONE_VIDEO:false', '', 'changning', 'bench', now(), 'bench',
                  district_code, street_code, point_code from person where id >= 1000
                """,
                PERIOD);
        run(
                admin,
                """
                insert into visit_owed (person_id, per, on_node, from_on, required, channels, distinct_days, step_id, tier,
                  district_code, street_code, point_code)
                select person_id, 'MONTH', false, from_on, 1, 'HOME_PHONE_VIDEO', false, id, tier, district_code, street_code, point_code
                from visit_step where recorded_by = 'bench'
                """);
        run(
                admin,
                """
                insert into visit_plan (person_id, tier, reason, reviewed_at, district_code, street_code, point_code)
                select person_id, tier, 'cadence.FLAT', now(), district_code, street_code, point_code
                from visit_step where recorded_by = 'bench'
                """);
    }

    /** Copies one row many times; n counts from zero. */
    private static void multiply(Connection admin, String table, int times, String which, Map<String, String> changed)
            throws SQLException {
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        try (var columns = admin.createStatement()
                .executeQuery("select attname from pg_attribute where attrelid = '" + table
                        + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum")) {
            while (columns.next()) {
                String name = columns.getString(1);
                names.append(names.isEmpty() ? "" : ", ").append(name);
                values.append(values.isEmpty() ? "" : ", ").append(changed.getOrDefault(name, "t." + name));
            }
        }
        run(
                admin,
                "insert into " + table + " (" + names + ") overriding system value select " + values
                        + " from (select * from " + table + " where " + which + ") t, generate_series(0, ? - 1) n",
                times);
        run(admin, "select setval(pg_get_serial_sequence('" + table + "', 'id'), (select max(id) from " + table + "))");
    }

    static void run(Connection admin, String sql, Object... args) throws SQLException {
        try (PreparedStatement statement = admin.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                statement.setObject(i + 1, args[i]);
            }
            statement.execute();
        }
    }
}
