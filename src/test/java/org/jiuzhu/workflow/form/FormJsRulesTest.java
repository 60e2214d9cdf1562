package org.jiuzhu.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormJsRulesTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-28T02:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private final FormRules rules = new FormJsRules(FormCases.JSON, new Feel(CLOCK), CLOCK);

    @ParameterizedTest
    @MethodSource("org.jiuzhu.workflow.form.FormCases#all")
    void theServerSays(FormCases.Case given) {
        assertThat(problems(given)).isEqualTo(given.problems());
    }

    @ParameterizedTest
    @MethodSource("org.jiuzhu.workflow.form.FormCases#all")
    void theServerKeeps(FormCases.Case given) {
        JsonNode accepted = given.json().path("accepted");
        if (!accepted.isMissingNode()) {
            var answers = rules.check(given.schema(), given.answers(), given.data());
            assertThat(FormCases.JSON.<JsonNode>valueToTree(answers.values()).toString())
                    .isEqualTo(accepted.toString());
        }
    }

    @Test
    void aComponentTheServerCannotCheckIsRefusedAtOnce() {
        assertThatThrownBy(() -> rules.check(
                        "{\"type\":\"default\",\"components\":[{\"type\":\"filepicker\",\"key\":\"file\"}]}",
                        Map.of(),
                        Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("filepicker");
    }

    @Test
    void moreThanTwoHundredRowsAreTooMany() {
        List<Map<String, Object>> rows =
                IntStream.range(0, 201).mapToObj(n -> Map.<String, Object>of()).toList();
        String schema =
                """
                {"type":"default","components":[{"type":"dynamiclist","path":"items","components":[
                  {"type":"textfield","key":"goal"}]}]}""";

        assertThatThrownBy(() -> rules.check(schema, Map.of("items", rows), Map.of()))
                .isInstanceOfSatisfying(InvalidInput.class, e -> assertThat(e.problems())
                        .containsExactly(FieldProblem.of("items", "form.tooManyRows", 200)));
    }

    private Map<String, List<String>> problems(FormCases.Case given) {
        try {
            rules.check(given.schema(), given.answers(), given.data());
            return Map.of();
        } catch (InvalidInput invalid) {
            return invalid.problems().stream()
                    .collect(Collectors.groupingBy(
                            FieldProblem::field,
                            TreeMap::new,
                            Collectors.mapping(FormJsRulesTest::words, Collectors.toList())));
        }
    }

    private static String words(FieldProblem problem) {
        List<Object> args =
                problem.messageKey().equals("form.ownWords") ? problem.args().subList(0, 1) : problem.args();
        return args.isEmpty()
                ? problem.messageKey()
                : problem.messageKey() + ":"
                        + args.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
