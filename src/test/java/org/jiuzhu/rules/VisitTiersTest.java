package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class VisitTiersTest {

    private static final String KNOWN =
            "active=true recipient=true hardship=false dibaoOrMarginal=false destitute=true recentMajorChange=false"
                    + " centralSupport=false aged70=true inDatabase=true seriouslyIllOrDisabled=false"
                    + " illnessAlert=false specialCare=false";

    private final Rules rules = RulesOf.shipped();
    private final VisitTiers tiers = new VisitTiers(rules, new CaseRules(rules));

    @Test
    void somebodyDestituteOf76IsHighRiskInSongjiangAndFlatInChuansha() {
        var advice = tiers.recommend("songjiang", Facts.of(KNOWN));
        assertThat(advice.tier()).isEqualTo(Tier.HIGH);
        assertThat(advice.reason()).isEqualTo("destitute70");
        assertThat(advice.ruling().source()).isEqualTo("SJ 二(一)");
        assertThat(advice.dataGap()).isEmpty();
        assertThat(tiers.recommend("chuansha", Facts.of(KNOWN)).tier()).isEqualTo(Tier.FLAT);
    }

    @Test
    void anUnknownFactThatWouldChangeTheTierIsNamed() {
        var facts = Facts.of(KNOWN);
        facts.put("aged70", null);
        var advice = tiers.recommend("songjiang", facts);
        assertThat(advice.tier()).isEqualTo(Tier.KEY);
        assertThat(advice.dataGap()).containsExactly("aged70");
    }

    @Test
    void anUnknownFactThatChangesNothingIsNotNamed() {
        var facts = Facts.of(KNOWN);
        facts.put("seriouslyIllOrDisabled", null);
        facts.put("specialCare", null);
        assertThat(tiers.recommend("songjiang", facts).dataGap()).isEmpty();
    }

    @Test
    void factsThatMatterOnlyTogetherAreBothNamed() {
        var facts = Facts.of(KNOWN);
        facts.put("destitute", false);
        facts.put("dibaoOrMarginal", null);
        facts.put("recentMajorChange", null);
        var advice = tiers.recommend("songjiang", facts);
        assertThat(advice.tier()).isEqualTo(Tier.GENERAL);
        assertThat(advice.dataGap()).containsExactly("dibaoOrMarginal", "recentMajorChange");
    }

    @Test
    void whenAlmostNothingIsKnownEverythingUnknownIsNamed() {
        var advice = tiers.recommend("songjiang", Map.of("inDatabase", true));
        assertThat(advice.tier()).isEqualTo(Tier.GENERAL);
        assertThat(advice.dataGap()).hasSize(11).contains("aged70", "recentMajorChange");
    }

    @Test
    void aStreetMayIncludeMorePeople() {
        var facts = Facts.of("active=true inDatabase=false destitute=false dibaoOrMarginal=false extraTier=GENERAL");
        assertThat(tiers.recommend("songjiang", facts).tier()).isEqualTo(Tier.GENERAL);
    }

    @Test
    void aFactThatTheTableDoesNotAskForIsAMistake() {
        assertThatThrownBy(() -> tiers.recommend("songjiang", Map.of("rich", true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rich");
    }
}
