package org.jiuzhu.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.jiuzhu.support.Actors.OTHER_POINT;
import static org.jiuzhu.support.Actors.POINT;
import static org.jiuzhu.support.Actors.STATION;

import java.time.LocalDate;
import org.jiuzhu.demo.DemoNetwork;
import org.jiuzhu.rules.CadenceMode;
import org.jiuzhu.rules.CaseRules;
import org.jiuzhu.rules.Profiles;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.support.JiuzhuTest;
import org.jiuzhu.support.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** 松鹤街道 follows Songjiang's notice; profiles are inherited downwards and dated. */
@JiuzhuTest
class JurisdictionProfilesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-07-06");

    @Autowired
    Profiles profiles;

    @Autowired
    Register register;

    @Autowired
    Network network;

    @Autowired
    CaseRules rules;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aPointFollowsItsStreetsProfileFromTheDayItWasAssigned() {
        assertThat(profiles.chainFor(POINT, TODAY)).containsExactly("songjiang");
        assertThat(profiles.chainFor(POINT, LocalDate.parse("2025-01-01"))).containsExactly("songjiang");
        assertThat(profiles.chainFor(POINT, LocalDate.parse("2024-12-31"))).isEmpty();
    }

    @Test
    void theDistrictsProfileIsInheritedByItsStreetsAndPointsAndAStreetsOwnComesFirst() {
        assign(DemoNetwork.DISTRICT_CODE, "changning", "2026-01-01", null);

        assertThat(profiles.chainFor(DemoNetwork.DISTRICT_CODE, TODAY)).containsExactly("changning");
        assertThat(profiles.chainFor(STATION, TODAY)).containsExactly("songjiang", "changning");
        assertThat(profiles.chainFor(POINT, TODAY)).containsExactly("songjiang", "changning");
        assertThat(profiles.chainFor(POINT, LocalDate.parse("2025-12-31"))).containsExactly("songjiang");
    }

    @Test
    void aUnitsOwnProfileComesBeforeItsParentsUntilItsLastDay() {
        assign(POINT, "putuo", "2026-01-01", "2026-12-31");

        assertThat(profiles.chainFor(POINT, LocalDate.parse("2025-12-31"))).containsExactly("songjiang");
        assertThat(profiles.chainFor(POINT, LocalDate.parse("2026-01-01"))).containsExactly("putuo", "songjiang");
        assertThat(profiles.chainFor(POINT, LocalDate.parse("2026-12-31"))).containsExactly("putuo", "songjiang");
        assertThat(profiles.chainFor(POINT, LocalDate.parse("2027-01-01"))).containsExactly("songjiang");
        assertThat(profiles.chainFor(OTHER_POINT, TODAY)).containsExactly("songjiang");
    }

    @Test
    void aUnitChangesItsProfileOnADayAndWhatHeldBeforeIsStillKnown() {
        assign(STATION, "putuo", "2026-10-01", null);

        assertThat(profiles.chainFor(POINT, LocalDate.parse("2026-09-30"))).containsExactly("songjiang");
        assertThat(profiles.chainFor(POINT, LocalDate.parse("2026-10-01"))).containsExactly("putuo");
        assertThat(network.profileHistory(STATION))
                .extracting(OrgProfile::profile, OrgProfile::to)
                .containsExactly(tuple("putuo", null), tuple("songjiang", LocalDate.parse("2026-09-30")));
    }

    @Test
    void theRulesAskedForAreThoseOfTheDay() {
        assign(STATION, "putuo", "2026-10-01", null);

        assertThat(rules.of(POINT).cadenceMode()).isEqualTo(CadenceMode.TIERED);
        assertThat(network.unit(STATION).profile()).isEqualTo("songjiang");
        clock.set("2026-10-01T00:00");
        assertThat(rules.of(POINT).cadenceMode()).isEqualTo(CadenceMode.SPECIAL);
        assertThat(network.unit(STATION).profile()).isEqualTo("putuo");
    }

    @Test
    void aProfileCannotEndBeforeItBeginsNorBeAssignedBehindALaterOne() {
        assertThatThrownBy(() -> assign(STATION, "putuo", "2026-10-01", "2026-09-30"))
                .isInstanceOf(InvalidInput.class);
        assign(STATION, "putuo", "2026-10-01", null);
        assertThatThrownBy(() -> assign(STATION, "hangtou", "2026-09-01", null))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                    assertThat(refused.args()).containsExactly(LocalDate.parse("2026-10-01"));
                });
        assertThat(profiles.chainFor(STATION, TODAY)).containsExactly("songjiang");
    }

    private void assign(String org, String profile, String from, String to) {
        transaction.executeWithoutResult(status ->
                register.assignProfile(org, profile, LocalDate.parse(from), to == null ? null : LocalDate.parse(to)));
    }
}
