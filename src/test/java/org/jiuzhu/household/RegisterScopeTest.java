package org.jiuzhu.household;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jiuzhu.support.Actors.OTHER_POINT;
import static org.jiuzhu.support.Actors.POINT;
import static org.jiuzhu.support.Actors.STATION;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.DataScope.Level;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.Actors;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Row-level security on the register: who sees whom, asked of every table that holds somebody's data. */
@JiuzhuTest
class RegisterScopeTest {

    private static final DataScope POINT_SCOPE = new DataScope(Level.POINT, POINT);
    private static final DataScope OTHER_SCOPE = new DataScope(Level.POINT, OTHER_POINT);
    private static final DataScope STREET_SCOPE = new DataScope(Level.STREET, STATION);
    private static final DataScope DISTRICT_SCOPE = new DataScope(Level.DISTRICT, "999901");
    private static final DataScope NGO_SCOPE = new DataScope(Level.NGO, Actors.NGO_1);
    private static final DataScope SYSTEM = DataScope.system("test");
    private static final List<String> TABLES =
            List.of("person", "name_token", "household", "household_member", "major_change", "need");

    @Autowired
    People people;

    @Autowired
    Households households;

    @Autowired
    Needs needs;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    long personId;
    long householdId;

    @BeforeEach
    void oneResident() {
        SYSTEM.run(() -> {
            personId = people.register(new NewPerson(POINT, "赵示例", "999999195003120026", "13800000026"))
                    .id();
            householdId = households
                    .register(new NewHousehold(POINT, "样板路 88 弄", "12 号 301 室", personId))
                    .id();
            people.recordChange(personId, ChangeKind.ACCIDENT, LocalDate.parse("2026-05-01"), "跌倒");
            needs.add(1, householdId, "LIVING_CARE", "需要人照看", true);
        });
    }

    private int rows(DataScope scope, String table) {
        Integer rows = scope.call(() ->
                transaction.execute(status -> jdbc.queryForObject("select count(*) from " + table, Integer.class)));
        return Optional.ofNullable(rows).orElse(-1);
    }

    @Test
    void aPointItsStreetItsDistrictAndTheProductSeeTheRegister() {
        for (String table : TABLES) {
            for (DataScope scope : List.of(POINT_SCOPE, STREET_SCOPE, DISTRICT_SCOPE, SYSTEM)) {
                assertThat(rows(scope, table)).as("%s in %s", table, scope).isPositive();
            }
        }
    }

    @Test
    void anotherPointASocialOrganisationAndAThreadWithoutScopeSeeNothing() {
        for (String table : TABLES) {
            for (DataScope scope : List.of(OTHER_SCOPE, NGO_SCOPE, DataScope.NOTHING)) {
                assertThat(rows(scope, table)).as("%s in %s", table, scope).isZero();
            }
        }
    }

    @Test
    void somebodyOfAnotherPointIsAsAbsentAsNobody() {
        OTHER_SCOPE.run(() -> {
            assertThatThrownBy(() -> people.get(personId))
                    .isInstanceOfSatisfying(
                            Refusal.class, refused -> assertThat(refused.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
            assertThat(people.search("赵示例", null).people()).isEmpty();
            assertThat(people.search("999999195003120026", null).people()).isEmpty();
            assertThat(people.byIdNumber("999999195003120026")).isEmpty();
            assertThat(households.find(householdId)).isEmpty();
        });
    }

    @Test
    void nobodyWritesIntoAnotherPoint() {
        assertThatThrownBy(() -> OTHER_SCOPE.run(() -> people.register(new NewPerson(POINT, "钱演示", null, null))))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("row-level security");
    }

    @Test
    void anIdentityNumberOfAnotherPointIsRefusedWithoutTellingWhose() {
        OTHER_SCOPE.run(() -> assertThatThrownBy(
                        () -> people.register(new NewPerson(OTHER_POINT, "钱演示", "999999195003120026", null)))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refused.messageKey()).isEqualTo("person.idNumber.known");
                    assertThat(refused.args()).isEmpty();
                }));
    }

    @Test
    void whatIdentifiesIsNotReadableInTheDatabase() {
        byte[] stored = SYSTEM.call(() -> transaction.execute(
                status -> jdbc.queryForObject("select id_number from person where id = ?", byte[].class, personId)));
        assertThat(new String(stored, UTF_8)).doesNotContain("999999195003120026");
        String row = SYSTEM.call(() -> transaction.execute(status ->
                jdbc.queryForObject("select h::text from household h where id = ?", String.class, householdId)));
        assertThat(row).contains("样板路 88 弄").doesNotContain("301");
    }
}
