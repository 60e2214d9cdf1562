package org.jiuzhu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.network.Network;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Who lives in the demo's five streets. */
@JiuzhuTest
class DemoResidentsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-07-06");

    @Autowired
    DemoResidents residents;

    @Autowired
    People people;

    @Autowired
    Network network;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void threeHundredPeopleLiveInOneHundredAndEightyHouseholdsAtFifteenPoints() {
        system(() -> residents.seedDistrict(TODAY));
        List<Person> everybody = everybody();
        assertThat(everybody).hasSize(300);
        assertThat(jdbcCount("select count(*) from household")).isEqualTo(180);
        assertThat(jdbcCount("select count(distinct point_code) from household"))
                .isEqualTo(15);
        assertThat(everybody.stream().map(Person::idNumber).filter(Objects::nonNull))
                .doesNotHaveDuplicates()
                .allMatch(number -> new IdNumber(number).isTest());
        for (String street : DemoNetwork.STREETS) {
            Set<AssistanceCategory> all = EnumSet.allOf(AssistanceCategory.class);
            if (street.equals(DemoNetwork.ZHIXING) || street.equals(DemoNetwork.PUHE)) {
                all.remove(AssistanceCategory.DIBAO_RURAL);
            }
            assertThat(everybody.stream()
                            .filter(person -> person.place().streetCode().equals(street))
                            .flatMap(person -> person.categories().stream())
                            .distinct())
                    .as(street)
                    .containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(everybody).extracting(Person::name).contains("𠮷示例", "𡋾样本", "于例", "阿卜杜热合曼·买买提示例·样本演示");
        assertThat(everybody.stream().map(Person::name).filter("王示例"::equals)).hasSize(3);
        assertThat(everybody.stream().map(Person::name).distinct())
                .as("two were made homonyms of one, and no other")
                .hasSize(298);
        system(() -> assertThat(everybody.stream().map(Person::name).filter(name -> network.all().stream()
                        .flatMap(unit -> network.consultantsAt(unit.code()).stream())
                        .anyMatch(consultant -> consultant.displayName().equals(name))))
                .as("nobody is called like a consultant")
                .isEmpty());
        assertThat(Map.of(
                        "999999196608150054", DemoNetwork.YUNDONG,
                        "999999197205200103", DemoNetwork.PUAN,
                        "999999196901010165", DemoNetwork.YUNDONG,
                        "999999195003120026", DemoNetwork.HEMING,
                        "999999195709300176", DemoNetwork.ZHUXI))
                .allSatisfy((number, point) -> assertThat(everybody.stream()
                                .filter(person -> number.equals(person.idNumber()))
                                .map(person -> person.place().pointCode()))
                        .containsExactly(point));
    }

    private List<Person> everybody() {
        List<Person> everybody = new ArrayList<>();
        system(() -> everybody.addAll(people.byIds(jdbc.queryForList("select id from person", Long.class))));
        return everybody;
    }

    private long jdbcCount(String sql) {
        List<Long> counted = new ArrayList<>();
        system(() -> counted.add(jdbc.queryForObject(sql, Long.class)));
        return counted.get(0);
    }

    private void system(Runnable work) {
        DataScope.system("test").run(() -> transaction.executeWithoutResult(status -> work.run()));
    }
}
