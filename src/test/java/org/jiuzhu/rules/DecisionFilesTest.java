package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every decision table keeps to, so that a modeler finds the same things everywhere. */
class DecisionFilesTest {

    private static final Set<String> PROFILES =
            Set.of("default", "songjiang", "chuansha", "changning", "putuo", "hangtou");

    static List<String> tables() {
        return Table.all();
    }

    @Test
    void thereIsATableForEveryKindOfRule() {
        assertThat(tables())
                .containsExactly(
                        "case-rules",
                        "deadlines",
                        "jurisdiction",
                        "lead-priority",
                        "lead-reply",
                        "lead-route",
                        "policy-find-class",
                        "profile",
                        "referral-routing",
                        "staffing",
                        "task-routing",
                        "training",
                        "visit-cadence",
                        "visit-tier");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void theDecisionIsNamedLikeItsFileAndLivesForATime(String id) {
        var decision = Table.of(id).model().getModelElementById(id);
        assertThat(decision).isInstanceOf(Decision.class);
        assertThat(((Decision) decision).getCamundaHistoryTimeToLiveString()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyLabelIsThereInBothLanguages(String id) {
        var model = Table.of(id).model();
        var decision = (Decision) model.getModelElementById(id);
        assertBothLanguages(decision.getName(), decision);
        model.getModelElementsByType(Input.class).forEach(input -> assertBothLanguages(input.getLabel(), input));
        model.getModelElementsByType(Output.class).forEach(output -> assertBothLanguages(output.getLabel(), output));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyRowSaysItsSourceAndWhatItMeans(String id) {
        var table = Table.of(id);
        var source = table.outputs().indexOf("source");
        assertThat(source).as("source column of %s", id).isNotNegative();
        assertThat(table.rules()).allSatisfy(rule -> {
            assertThat(text(List.copyOf(rule.getOutputEntries()).get(source)))
                    .as("source of %s", rule.getId())
                    .matches("\"(assumption|(CS|CN|SJ|PT|HT|个人信息保护法)[ (].+|SJ 附件)\"");
            assertThat(rule.getDescription().getTextContent())
                    .as("sentence of %s", rule.getId())
                    .containsPattern("\\p{IsHan}.*[。」]");
        });
    }

    @ParameterizedTest
    @MethodSource("tables")
    void onlyKnownProfilesHaveRows(String id) {
        var table = Table.of(id);
        var profile = table.inputs().indexOf("profile");
        if (profile >= 0) {
            assertThat(table.rules().stream()
                            .map(rule ->
                                    text(List.copyOf(rule.getInputEntries()).get(profile)))
                            .filter(text -> !text.equals("-"))
                            .map(text -> text.replace("\"", ""))
                            .collect(Collectors.toSet()))
                    .isSubsetOf(PROFILES);
        }
    }

    private static void assertBothLanguages(String chinese, DmnElement element) {
        assertThat(chinese).as("Chinese label of %s", element.getId()).containsPattern("\\p{IsHan}");
        assertThat(element.getExtensionElements()
                        .getDomElement()
                        .getChildElements()
                        .get(0)
                        .getChildElements())
                .as("English label of %s", element.getId())
                .anyMatch(property -> "nameEn".equals(property.getAttribute("name"))
                        && !property.getAttribute("value").isBlank());
    }

    private static String text(DmnElement entry) {
        return entry.getDomElement().getTextContent().trim();
    }
}
