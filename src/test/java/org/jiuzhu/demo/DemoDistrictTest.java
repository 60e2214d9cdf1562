package org.jiuzhu.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jiuzhu.household.AssistanceCategory;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonCard;
import org.jiuzhu.network.Consultant;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.Routing;
import org.jiuzhu.rules.Profiles;
import org.jiuzhu.rules.Tier;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.IdNumber;
import org.jiuzhu.support.JiuzhuTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@JiuzhuTest
class DemoDistrictTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-07-06");
    private static final Set<String> POINT_ROLES = Set.of("pointConsultant", "pointLead", "informant", "otherVisitor");

    @Autowired
    DemoResidents residents;

    @Autowired
    People people;

    @Autowired
    Network network;

    @Autowired
    Profiles profiles;

    @Autowired
    Routing routing;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void firstStart() {
        system(() -> residents.seed(TODAY));
    }

    private void system(Runnable work) {
        DataScope.system("test").run(() -> transaction.executeWithoutResult(status -> work.run()));
    }

    private List<Long> ids() {
        return jdbc.queryForList("select id from person order by id", Long.class);
    }

    private List<Person> everybody() {
        var everybody = new ArrayList<Person>();
        system(() -> everybody.addAll(people.byIds(ids())));
        return everybody;
    }

    @Test
    void fortyPeopleLiveInTwentyFiveHouseholdsAndASecondStartAddsNobody() {
        system(() -> residents.seed(TODAY));
        assertThat(everybody()).hasSize(40);
        system(() -> assertThat(jdbc.queryForObject("select count(*) from household", Integer.class))
                .isEqualTo(25));
    }

    @Test
    void allCategoriesAreThere() {
        assertThat(everybody().stream()
                        .flatMap(person -> person.categories().stream())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(AssistanceCategory.values());
    }

    @Test
    void everyIdentityNumberIsOfTheTestRegion() {
        assertThat(everybody())
                .extracting(Person::idNumber)
                .filteredOn(number -> number != null)
                .hasSize(39)
                .allMatch(number -> new IdNumber(number).isTest());
    }

    @Test
    void thePeopleOfTheScenariosHaveTheTiersThatTheNoticeGivesThem() {
        system(() -> {
            assertThat(tierOf("999999195003120026")).isEqualTo(Tier.HIGH);
            assertThat(tierOf("999999196104060127")).isEqualTo(Tier.GENERAL);
        });
    }

    @Test
    void everyTierOfTheStreetIsThere() {
        system(() -> assertThat(
                        people.cards(ids()).stream().map(PersonCard::tier).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Tier.HIGH, Tier.KEY, Tier.GENERAL, Tier.NONE));
    }

    @Test
    void theRegisterHasEveryUserOfTheRealmAtAUnitOfTheirRole() throws IOException {
        JsonNode realm = new ObjectMapper()
                .readTree(Path.of("keycloak/jiuzhu-realm.json").toFile());
        List<String> usernames = new ArrayList<>();
        for (JsonNode user : realm.get("users")) {
            String username = user.get("username").asText();
            if (username.startsWith("service-account-")) {
                continue;
            }
            usernames.add(username);
            var somebody = network.consultant(username).orElseThrow(() -> new AssertionError(username));
            assertThat(somebody.displayName())
                    .isEqualTo(user.get("lastName").asText()
                            + user.get("firstName").asText());
            assertThat(network.unit(somebody.orgCode()).kind())
                    .as(username)
                    .isEqualTo(kindOf(user.get("groups").get(0).asText()));
        }
        assertThat(network.all().stream()
                        .flatMap(unit -> network.consultantsAt(unit.code()).stream())
                        .map(Consultant::username))
                .as("nobody is in the register who cannot log in")
                .containsExactlyInAnyOrderElementsOf(usernames);
    }

    @Test
    void eachOfTheFiveStreetsFollowsItsNoticeAndHasThreePoints() {
        assertThat(DemoNetwork.STREETS)
                .allSatisfy(street -> assertThat(network.pointsOf(street)).hasSize(3));
        assertThat(DemoNetwork.STREETS.stream().map(street -> profiles.chainFor(street, TODAY)))
                .containsExactly(
                        List.of("chuansha"),
                        List.of("changning"),
                        List.of("songjiang"),
                        List.of("putuo"),
                        List.of("hangtou"));
    }

    @Test
    void onePointIsShortOfAConsultantAndOneHasNobodyFiled() {
        assertThat(network.filedConsultantsAt(DemoNetwork.FANYING)).isEqualTo(1);
        assertThat(network.filedConsultantsAt(DemoNetwork.ZHIXIN)).isZero();
        assertThat(routing.groups("verifyLead", DemoNetwork.ZHIXIN))
                .containsExactly("stationConsultant:" + DemoNetwork.ZHIXING);
    }

    private static OrgUnit.Kind kindOf(String role) {
        if (role.equals("ngoWorker")) {
            return OrgUnit.Kind.NGO;
        }
        if (role.startsWith("station")) {
            return OrgUnit.Kind.STREET;
        }
        return POINT_ROLES.contains(role) ? OrgUnit.Kind.POINT : OrgUnit.Kind.DISTRICT;
    }

    private Tier tierOf(String idNumber) {
        Person person = people.byIdNumber(idNumber).orElseThrow();
        return people.tierAdvice(List.of(person)).get(person.id()).tier();
    }
}
