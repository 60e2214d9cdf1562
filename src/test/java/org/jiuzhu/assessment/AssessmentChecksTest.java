package org.jiuzhu.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jiuzhu.assessment.RiskReport.Willingness;
import org.jiuzhu.network.Place;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Problems;
import org.jiuzhu.shared.Refusal;
import org.junit.jupiter.api.Test;

class AssessmentChecksTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-07-06");
    private static final Set<String> ALL = Set.of("PURPOSE", "DATA_USE", "RIGHTS", "VOLUNTARY");

    @Test
    void aChildUnderFourteenDoesNotConsentAlone() {
        assertThat(problems(p -> consent("SELF", ALL).check(TODAY, 13, p))).containsExactly("consentBy");
        assertThat(problems(p -> consent("FAMILY", ALL).check(TODAY, 13, p))).containsExactly("consentBy");
        assertThat(problems(p -> consent("GUARDIAN", ALL).check(TODAY, 13, p))).isEmpty();
        assertThat(problems(p -> consent("SELF", ALL).check(TODAY, 14, p))).isEmpty();
        assertThat(problems(p -> consent("SELF", ALL).check(TODAY, null, p))).isEmpty();
    }

    @Test
    void nobodyConsentsToWhatWasNotExplained() {
        assertThat(problems(p -> consent("SELF", Set.of("PURPOSE", "RIGHTS", "VOLUNTARY"))
                        .check(TODAY, 76, p)))
                .containsExactly("explained");
    }

    @Test
    void aHomeIsNotSurveyedBeforeNoticeNorTomorrow() {
        assertThat(problems(p -> survey("2026-07-03", 1, 0).check(TODAY, LocalDate.parse("2026-07-04"), 2, p)))
                .containsExactly("surveyedOn");
        assertThat(problems(p -> survey("2026-07-07", 1, 0).check(TODAY, TODAY, 2, p)))
                .containsExactly("surveyedOn");
        assertThat(problems(p -> survey("2026-07-06", 1, 0).check(TODAY, TODAY, 2, p)))
                .isEmpty();
    }

    @Test
    void oneSurveyorIsEnoughWhereThereIsNoSecond() {
        HomeSurvey alone = new HomeSurvey(TODAY, List.of("zhu.yangli"), 1, 0, null, null, false, Map.of());
        assertThat(problems(p -> alone.check(TODAY, TODAY, 2, p))).containsExactly("surveyors");
        assertThat(problems(p -> alone.check(TODAY, TODAY, 1, p))).isEmpty();
    }

    @Test
    void thereAreNotMoreMinorsThanPeople() {
        assertThat(problems(p -> survey("2026-07-06", 2, 3).check(TODAY, TODAY, 2, p)))
                .containsExactly("minors");
    }

    @Test
    void willingnessAndNeedsAgree() {
        assertThat(problems(p -> risk(List.of(), Willingness.ALL, Set.of()).check(p)))
                .containsExactly("willingness");
        assertThat(problems(p -> risk(List.of("WORK_JOB"), Willingness.NO_NEEDS, Set.of())
                        .check(p)))
                .containsExactly("willingness");
        assertThat(problems(p -> risk(List.of(), Willingness.NO_NEEDS, Set.of()).check(p)))
                .isEmpty();
        assertThat(problems(p -> risk(List.of("WORK_JOB"), Willingness.PARTLY, Set.of("LIVING_CARE"))
                        .check(p)))
                .containsExactly("declinedNeeds");
        assertThat(problems(p -> risk(List.of("WORK_JOB"), Willingness.PARTLY, Set.of("WORK_JOB"))
                        .check(p)))
                .containsExactly("declinedNeeds");
    }

    @Test
    void aNeedIsWantedUnlessTheHouseholdDeclinesIt() {
        RiskReport partly = risk(List.of("WORK_JOB", "LIVING_CARE"), Willingness.PARTLY, Set.of("WORK_JOB"));
        assertThat(partly.isWanted("WORK_JOB")).isFalse();
        assertThat(partly.isWanted("LIVING_CARE")).isTrue();
        assertThat(risk(List.of("WORK_JOB"), Willingness.NONE, Set.of()).isWanted("WORK_JOB"))
                .isFalse();
        assertThat(risk(List.of("WORK_JOB"), Willingness.ALL, Set.of()).isWanted("WORK_JOB"))
                .isTrue();
    }

    @Test
    void theHighestOfSixDimensionsCounts() {
        var scores = new RiskScores(0, 1, 0, 3, 2, 0);
        assertThat(scores.highest()).isEqualTo(3);
        assertThat(scores.of(RiskDimension.HOUSING)).isEqualTo(3);
        assertThatThrownBy(() -> new RiskScores(0, 4, 0, 0, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stepsAreTakenInOrder() {
        var assessment = new Assessment(7, 1, new Place("999901", "999901005", "999901005001"));
        assertThatThrownBy(() -> assessment.survey(survey("2026-07-06", 1, 0))).isInstanceOf(Refusal.class);
        assessment.consent(consent("SELF", ALL));
        assertThatThrownBy(() -> assessment.score(risk(List.of(), Willingness.NO_NEEDS, Set.of())))
                .isInstanceOf(Refusal.class);
        assessment.survey(survey("2026-07-06", 1, 0));
        assessment.score(risk(List.of(), Willingness.NO_NEEDS, Set.of()));
        assertThat(assessment.status()).isEqualTo(AssessmentStatus.SCORED);
        assertThat(assessment.isSurveyor("lin.shiyong")).isTrue();
        assertThat(assessment.isSurveyor("gu.yangban")).isFalse();
    }

    private static Consent consent(String by, Set<String> explained) {
        return new Consent(TODAY, explained, true, by, true, "SIGNED", null);
    }

    private static HomeSurvey survey(String on, int size, int minors) {
        return new HomeSurvey(
                LocalDate.parse(on), List.of("lin.shiyong", "he.yanlian"), size, minors, null, null, false, Map.of());
    }

    private static RiskReport risk(List<String> needs, Willingness willingness, Set<String> declined) {
        return new RiskReport(new RiskScores(0, 0, 0, 0, 0, 0), needs, willingness, declined, Map.of());
    }

    private static List<String> problems(Consumer<Problems> check) {
        var problems = new Problems();
        check.accept(problems);
        try {
            problems.check();
            return List.of();
        } catch (InvalidInput invalid) {
            return invalid.problems().stream().map(FieldProblem::field).toList();
        }
    }
}
