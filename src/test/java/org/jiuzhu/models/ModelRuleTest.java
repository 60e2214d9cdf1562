package org.jiuzhu.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jiuzhu.models.ModelRule.*;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Breaks every rule of the models once, in a small model that keeps them all, and sees it go red. */
class ModelRuleTest {

    private static final String PROCESS = "processes/sample/sample-visit.bpmn";
    private static final String CALLED = "processes/sample/sample-check.bpmn";
    private static final String TABLE = "processes/sample/task-routing.dmn";
    private static final String FORM = "forms/sample/look-around.form";

    private static final Map<String, String> GOOD =
            Map.of(PROCESS, Samples.VISIT, CALLED, Samples.CHECK, TABLE, Samples.ROUTING, FORM, Samples.LOOK_AROUND);

    private static final Code CODE = new Code(
            Set.of("sample"),
            Map.of(
                    "samples", new Code.Bean("sample", Samples.Verbs.class),
                    "routing", new Code.Bean("network", Samples.Routing.class),
                    "others", new Code.Bean("other", Samples.Verbs.class),
                    "hidden", new Code.Bean("sample", Samples.Hidden.class)),
            Map.of("userTask_lookAround", "sample"),
            Set.of("SampleVisitProcessTest", "SampleCheckProcessTest", "TaskRoutingTableTest"),
            Set.of("pointConsultant"));

    /**
     * @param files the small models with one thing wrong
     * @param violation part of the sentence that the rule must answer with
     */
    record Break(ModelRule rule, String wrong, Map<String, String> files, String violation) {

        @Override
        public String toString() {
            return rule + " " + wrong;
        }
    }

    private static Break broken(ModelRule rule, String file, String good, String bad, String violation) {
        assertThat(GOOD.get(file)).contains(good);
        Map<String, String> files = new HashMap<>(GOOD);
        files.put(file, GOOD.get(file).replace(good, bad));
        return new Break(rule, bad.isEmpty() ? "without " + good : bad, files, violation);
    }

    private static Break moved(ModelRule rule, String file, String to, String violation) {
        Map<String, String> files = new HashMap<>(GOOD);
        files.put(to, files.remove(file));
        return new Break(rule, to, files, violation);
    }

    static Stream<Break> breaks() {
        String call = "${samples.check(visitId)}";
        return Stream.of(
                broken(A_FILE_IS_NAMED_LIKE_ITS_ID, PROCESS, "\"sample-visit\"", "\"visit\"", "holds visit"),
                broken(A_FILE_IS_NAMED_LIKE_ITS_ID, FORM, "\"look-around\"", "\"look\"", "holds look"),
                moved(A_FOLDER_IS_A_MODULE, FORM, "forms/elsewhere/look-around.form", "no Java module elsewhere"),
                broken(IDS_ARE_WORDS, PROCESS, "endEvent_done", "Event_0x3k", "Event_0x3k does not say"),
                broken(
                        IDS_ARE_WORDS,
                        PROCESS,
                        "userTask_lookAround",
                        "serviceTask_lookAround",
                        "is not named userTask"),
                broken(
                        EVERYTHING_NAMED_IS_NAMED_IN_BOTH_LANGUAGES,
                        PROCESS,
                        "value=\"Visit\"",
                        "value=\"\"",
                        "no English"),
                broken(
                        EVERYTHING_NAMED_IS_NAMED_IN_BOTH_LANGUAGES,
                        PROCESS,
                        "name=\"结束\"",
                        "",
                        "endEvent_done has no name"),
                broken(
                        EVERYTHING_NAMED_IS_NAMED_IN_BOTH_LANGUAGES,
                        PROCESS,
                        "name=\"结束\"",
                        "name=\"End\"",
                        "no Chinese"),
                broken(
                        EVERYTHING_NAMED_IS_NAMED_IN_BOTH_LANGUAGES,
                        PROCESS,
                        "name=\"是\"",
                        "",
                        "flow_found_check has no name"),
                broken(
                        FORMS_SPEAK_BOTH_LANGUAGES,
                        FORM,
                        "\"labelEn\": \"Found\"",
                        "\"x\": \"\"",
                        "field_found has no labelEn"),
                broken(FORMS_SPEAK_BOTH_LANGUAGES, FORM, ", \"labelEn\": \"Yes\"", "", "option YES has no labelEn"),
                broken(A_FORM_ASKS_EVERYTHING_ONCE, FORM, "\"key\": \"note\"", "\"key\": \"found\"", "found twice"),
                broken(EXPRESSIONS_HAVE_AN_ALLOWED_FORM, PROCESS, call, "${''.class.forName('x')}", "says ${''.class"),
                broken(
                        EXPRESSIONS_HAVE_AN_ALLOWED_FORM,
                        PROCESS,
                        call,
                        "${execution.engineServices}",
                        "engineServices"),
                broken(EXPRESSIONS_HAVE_AN_ALLOWED_FORM, PROCESS, call, "#{samples.check(visitId)}", "says #{"),
                broken(
                        CALLED_BEANS_EXIST_IN_THE_SAME_MODULE_OR_BELOW,
                        PROCESS,
                        call,
                        "${nobody.check(visitId)}",
                        "no bean"),
                broken(
                        CALLED_BEANS_EXIST_IN_THE_SAME_MODULE_OR_BELOW,
                        PROCESS,
                        call,
                        "${others.check(visitId)}",
                        "belongs to other"),
                broken(CALLED_METHODS_EXIST, PROCESS, call, "${samples.check(visitId, found)}", "no 2 values"),
                broken(CALLED_METHODS_EXIST, PROCESS, call, "${samples.secret(visitId)}", "no 1 values"),
                broken(CALLED_METHODS_EXIST, PROCESS, call, "${hidden.check(visitId)}", "not public"),
                broken(
                        MODELS_CARRY_NO_CODE,
                        PROCESS,
                        "camunda:expression=\"" + call + "\"",
                        "camunda:class=\"a.B\"",
                        "class at"),
                broken(
                        MODELS_CARRY_NO_CODE,
                        PROCESS,
                        "camunda:expression=\"" + call + "\"",
                        "camunda:delegateExpression=\"" + call + "\"",
                        "delegateExpression at serviceTask_check"),
                broken(
                        MODELS_CARRY_NO_CODE,
                        PROCESS,
                        "camunda:expression=\"" + call + "\"",
                        "camunda:type=\"external\" camunda:topic=\"t\"",
                        "topic at serviceTask_check"),
                broken(
                        MODELS_CARRY_NO_CODE,
                        PROCESS,
                        "<camunda:in source",
                        "<camunda:executionListener event=\"start\"><camunda:script scriptFormat=\"x\">1</camunda:script></camunda:executionListener><camunda:in source",
                        "<script> at"),
                broken(
                        MODELS_CARRY_NO_CODE,
                        PROCESS,
                        "tFormalExpression\"",
                        "tFormalExpression\" language=\"x\"",
                        "language at"),
                broken(
                        MODELS_CARRY_NO_CODE,
                        TABLE,
                        "id=\"asked\"",
                        "id=\"asked\" expressionLanguage=\"groovy\"",
                        "groovy at asked"),
                broken(HISTORY_HAS_AN_END, PROCESS, "camunda:historyTimeToLive=\"P180D\"", "", "no historyTimeToLive"),
                broken(HISTORY_HAS_AN_END, TABLE, "camunda:historyTimeToLive=\"P180D\"", "", "no historyTimeToLive"),
                broken(
                        REQUIRED_VARIABLES_ARE_DECLARED,
                        PROCESS,
                        "name=\"requires\"",
                        "name=\"wants\"",
                        "what it requires"),
                broken(
                        A_CALL_PASSES_BUSINESS_KEY_AND_REQUIRED_VARIABLES,
                        PROCESS,
                        "<camunda:in businessKey=\"${execution.processBusinessKey}\" />",
                        "",
                        "maps no business key"),
                broken(
                        A_CALL_PASSES_BUSINESS_KEY_AND_REQUIRED_VARIABLES,
                        PROCESS,
                        "target=\"visitId\"",
                        "target=\"visit\"",
                        "does not pass visitId"),
                broken(
                        A_USER_TASK_HAS_FORM_AND_HANDLER_IN_ITS_MODULE,
                        PROCESS,
                        "userTask_lookAround",
                        "userTask_lookUp",
                        "no TaskHandler"),
                broken(
                        A_USER_TASK_HAS_FORM_AND_HANDLER_IN_ITS_MODULE,
                        PROCESS,
                        "userTask_lookAround",
                        "userTask_lookUp",
                        "look-up.form"),
                broken(
                        A_USER_TASK_HAS_FORM_AND_HANDLER_IN_ITS_MODULE,
                        PROCESS,
                        "\"look-around\"",
                        "\"look\"",
                        "shows the form look"),
                broken(
                        A_USER_TASK_HAS_FORM_AND_HANDLER_IN_ITS_MODULE,
                        PROCESS,
                        "\"deployment\"",
                        "\"latest\"",
                        "does not bind"),
                broken(
                        CALLED_PROCESSES_AND_DECISIONS_EXIST,
                        PROCESS,
                        "\"sample-check\"",
                        "\"nowhere\"",
                        "process nowhere"),
                broken(
                        CALLED_PROCESSES_AND_DECISIONS_EXIST,
                        PROCESS,
                        "value=\"task-routing\"",
                        "value=\"none\"",
                        "decision none"),
                broken(
                        CALLED_PROCESSES_AND_DECISIONS_EXIST,
                        PROCESS,
                        "name=\"decision\"",
                        "name=\"rule\"",
                        "does not name"),
                broken(ROUTED_AND_TIMED_STEPS_HAVE_A_ROW, PROCESS, "'lookAround'", "'lookUp'", "no row for lookUp"),
                broken(ROLES_ARE_IN_THE_REALM, TABLE, "\"pointConsultant\"", "\"wizard\"", "role wizard"),
                broken(A_MODEL_HAS_A_TEST, PROCESS, "\"sample-visit\"", "\"other-visit\"", "no OtherVisitProcessTest"),
                broken(A_MODEL_HAS_A_TEST, TABLE, "\"task-routing\"", "\"other-table\"", "no OtherTableTableTest"),
                broken(
                        A_DIAGRAM_SHOWS_EVERYTHING,
                        PROCESS,
                        "bpmnElement=\"endEvent_done\"",
                        "bpmnElement=\"userTask_lookAround\"",
                        "endEvent_done is not"),
                broken(
                        A_DIAGRAM_SHOWS_EVERYTHING,
                        PROCESS,
                        "bpmnElement=\"flow_found_check\"",
                        "bpmnElement=\"flow_found_done\"",
                        "flow_found_check is not"));
    }

    @ParameterizedTest
    @EnumSource
    void theSmallModelsKeepEveryRule(ModelRule rule) {
        assertThat(rule.violations(Models.of(GOOD), CODE)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void whatIsBrokenIsReported(Break broken) {
        assertThat(broken.rule().violations(Models.of(broken.files()), CODE))
                .anyMatch(found -> found.contains(broken.violation()));
    }

    @Test
    void everyRuleIsSeenRed() {
        assertThat(breaks().map(Break::rule).collect(Collectors.toSet())).containsExactlyInAnyOrder(ModelRule.values());
    }
}
