package org.jiuzhu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.demo.Journey;
import org.jiuzhu.demo.Route;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.People;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.Tickets;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.rules.VisitCadence;
import org.jiuzhu.rules.VisitCadences;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.support.Desk;
import org.jiuzhu.support.Homes;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * One household with one trouble, told in each of the five streets: the way is the same, the rules are the street's own
 * (domain.md 1f).
 */
@JiuzhuTest
class FiveStreetsTest {

    private static final String ID_NUMBER = "999999196608150054";
    private static final String PHONE = "13800000054";

    @Autowired
    Homes homes;

    @Autowired
    LeadIntake intake;

    @Autowired
    Journey journey;

    @Autowired
    People people;

    @Autowired
    VisitCadences cadences;

    @Autowired
    Desk desk;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    Clock clock;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "云帆镇 CS,   999901101001, FLAT,    1 MONTH,     pointConsultant+stationConsultant, false",
        "知行街道 CN, 999901004001, FLAT,    1 MONTH,     stationConsultant,                 false",
        "松鹤街道 SJ, 999901005001, GENERAL, 1 HALF_YEAR, stationConsultant,                 false",
        "普和街道 PT, 999901007001, SWEEP,   0 NONE,      stationConsultant,                 true",
        "航星镇 HT,   999901102001, REGULAR, 1 QUARTER,   pointConsultant,                   false"
    })
    void theSameHouseholdMeetsItsStreetsOwnRules(
            String street, String point, Tier tier, String cadence, String followsUp, boolean commits) {
        homes.libraries();
        Household home = homes.ofOne(point, "李虚构", ID_NUMBER, PHONE);

        assertThat(tierOf(home)).as("visit-tier").isEqualTo(tier);
        assertThat(cadences.of(point, tier, false).stream().map(FiveStreetsTest::words))
                .as("visit-cadence")
                .containsExactly(cadence);

        String lead = report(point);
        journey.until(lead, "followUp", Route.APPLIED);
        assertThat(groupsOf("followUp"))
                .as("who follows up")
                .isEqualTo(Arrays.stream(followsUp.split("\\+"))
                        .map(role -> role + ":" + (role.startsWith("point") ? point : point.substring(0, 9)))
                        .collect(Collectors.toSet()));
        assertThat(told("task.userTask_recordCreditCommitment") > 0)
                .as("whether an application needs a signed commitment")
                .isEqualTo(commits);

        journey.toTheEnd(lead, Route.APPLIED);
        assertThat(desk.<Long>system(() -> jdbc.queryForObject(
                        "select count(*) from assistance_case where closed_at is not null", Long.class)))
                .isOne();
    }

    private Tier tierOf(Household home) {
        return desk.system(() -> {
            var person = people.get(home.headPersonId());
            return people.tierAdvice(List.of(person)).get(person.id()).tier();
        });
    }

    private String report(String point) {
        Actor consultant = desk
                .system(() -> jdbc.queryForList(
                        """
                                select username from consultant where org_code = ? and filing = 'FILED'
                                  and position = 'POINT_CONSULTANT' order by username limit 1
                                """,
                        String.class,
                        point))
                .stream()
                .map(username -> new Actor(
                        username, username, Set.of("pointConsultant"), point, Set.of("pointConsultant:" + point), true))
                .findFirst()
                .orElseThrow();
        return intake.receive(
                        Tickets.about(LeadSource.CONSULTANT_FINDING, Tickets.named("李虚构", ID_NUMBER, point)),
                        consultant)
                .number();
    }

    private Set<String> groupsOf(String function) {
        return Set.copyOf(desk.system(() -> jdbc.queryForList(
                "select group_key from work_offer where task_id = ?", String.class, desk.task(function))));
    }

    private int told(String kind) {
        return desk.system(() ->
                jdbc.queryForObject("select count(*)::int from timeline_event where kind = ?", Integer.class, kind));
    }

    private static String words(VisitCadence cadence) {
        return cadence.count() + " " + cadence.period();
    }
}
