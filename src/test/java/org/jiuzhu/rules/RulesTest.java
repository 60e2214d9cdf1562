package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jiuzhu.workflow.Decisions;
import org.junit.jupiter.api.Test;

class RulesTest {

    private final List<Object> asked = new ArrayList<>();
    private String version = "1";

    /** District knows a and b, street only a; b is answered with two rows. */
    private final Decisions decisions = new Decisions() {
        @Override
        public List<Map<String, Object>> evaluate(String decisionId, Map<String, ?> inputs) {
            asked.add(inputs.get("profile"));
            return switch (inputs.get("profile") + " " + inputs.get("rule")) {
                case "street a" -> List.of(Map.of("value", "street's", "source", "SJ 二(一)"));
                case "district a" -> List.of(Map.of("value", "district's", "source", "SJ 二"));
                case "district b" ->
                    List.of(Map.of("value", 1, "source", "PT(九)"), Map.of("value", 2, "source", "PT(九)"));
                case "default c" -> List.of(Map.of("value", true, "source", "assumption"));
                default -> List.of();
            };
        }

        @Override
        public String version(String decisionId) {
            return decisionId + ":" + version;
        }
    };

    private final Rules rules = new Rules(
            decisions,
            (org, on, instead) -> on.isBefore(LocalDate.of(2026, 7, 1)) ? List.of() : List.of("street", "district"),
            RulesOf.clock("2026-07-06T10:00"));

    @Test
    void theMostSpecialProfileThatHasARowAnswersAlone() {
        var ruling = rules.one("table", "999901005", Map.of("rule", "a"));
        assertThat(ruling.text("value")).isEqualTo("street's");
        assertThat(ruling.profile()).isEqualTo("street");
        assertThat(ruling.source()).isEqualTo("SJ 二(一)");
        assertThat(ruling.isAssumption()).isFalse();
        assertThat(asked).containsExactly("street");
    }

    @Test
    void aSilentProfileLeavesTheAnswerToItsParent() {
        assertThat(rules.all("table", "999901005", Map.of("rule", "b")))
                .extracting(ruling -> ruling.profile() + " " + ruling.number("value"))
                .containsExactly("district 1", "district 2");
    }

    @Test
    void theLastProfileAskedIsTheDefaultAndSaysThatItAssumes() {
        var ruling = rules.one("table", "999901005", Map.of("rule", "c"));
        assertThat(ruling.profile()).isEqualTo(Rules.DEFAULT_PROFILE);
        assertThat(ruling.isAssumption()).isTrue();
        assertThat(ruling.flag("value")).isTrue();
    }

    @Test
    void noRowAtAllIsAnErrorThatNamesWhatWasAsked() {
        assertThatThrownBy(() -> rules.one("table", "999901005", Map.of("rule", "d")))
                .isInstanceOf(NoRule.class)
                .hasMessageContaining("table")
                .hasMessageContaining("rule=d")
                .hasMessageContaining("[street, district, default]");
        assertThat(rules.all("table", "999901005", Map.of("rule", "d"))).isEmpty();
    }

    @Test
    void theProfileIsTheOneInForceToday() {
        var earlier = new Rules(
                decisions,
                (org, on, instead) -> on.isBefore(LocalDate.of(2026, 7, 1)) ? List.of("default") : List.of("street"),
                RulesOf.clock("2026-06-30T23:59"));
        assertThatThrownBy(() -> earlier.one("table", "999901005", Map.of("rule", "a")))
                .isInstanceOf(NoRule.class);
    }

    @Test
    void theSameQuestionIsEvaluatedOnceUntilTheTableChanges() {
        rules.one("table", "999901005", Map.of("rule", "a"));
        rules.one("table", "999901005", Map.of("rule", "a"));
        assertThat(asked).hasSize(1);
        version = "2";
        rules.one("table", "999901005", Map.of("rule", "a"));
        assertThat(asked).hasSize(2);
    }

    @Test
    void anUnknownFactIsNotTheSameQuestionAsAKnownOne() {
        var unknown = new HashMap<String, Object>();
        unknown.put("rule", null);
        assertThat(rules.all("table", "999901005", unknown)).isEmpty();
        assertThat(rules.all("table", "999901005", Map.of("rule", "a"))).hasSize(1);
    }
}
