package org.jiuzhu.models;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** What every model keeps to. A rule answers with one sentence per violation. */
public enum ModelRule {
    A_FILE_IS_NAMED_LIKE_ITS_ID((models, code) -> NamingRules.fileIsNamedLikeItsId(models)),
    A_FOLDER_IS_A_MODULE(NamingRules::folderIsAModule),
    IDS_ARE_WORDS((models, code) -> NamingRules.idsAreWords(models)),
    EVERYTHING_NAMED_IS_NAMED_IN_BOTH_LANGUAGES((models, code) -> LabelRules.modelsSpeakBothLanguages(models)),
    FORMS_SPEAK_BOTH_LANGUAGES((models, code) -> LabelRules.formsSpeakBothLanguages(models)),
    A_FORM_ASKS_EVERYTHING_ONCE((models, code) -> LabelRules.keysAreUnique(models)),
    EXPRESSIONS_HAVE_AN_ALLOWED_FORM((models, code) -> CallRules.expressionsHaveAnAllowedForm(models)),
    CALLED_BEANS_EXIST_IN_THE_SAME_MODULE_OR_BELOW(CallRules::calledBeansExist),
    CALLED_METHODS_EXIST(CallRules::calledMethodsExist),
    MODELS_CARRY_NO_CODE((models, code) -> SafetyRules.noCode(models)),
    HISTORY_HAS_AN_END((models, code) -> SafetyRules.historyHasAnEnd(models)),
    REQUIRED_VARIABLES_ARE_DECLARED((models, code) -> SafetyRules.requiredVariablesAreDeclared(models)),
    A_CALL_PASSES_BUSINESS_KEY_AND_REQUIRED_VARIABLES((models, code) -> SafetyRules.callsPassWhatIsRequired(models)),
    A_USER_TASK_HAS_FORM_AND_HANDLER_IN_ITS_MODULE(ReferenceRules::userTasksAreHandled),
    CALLED_PROCESSES_AND_DECISIONS_EXIST((models, code) -> ReferenceRules.calledModelsExist(models)),
    ROUTED_AND_TIMED_STEPS_HAVE_A_ROW((models, code) -> ReferenceRules.stepsHaveARow(models)),
    ROLES_ARE_IN_THE_REALM(ReferenceRules::rolesAreInTheRealm),
    A_MODEL_HAS_A_TEST(TestRules::everyModelIsTested),
    A_DIAGRAM_SHOWS_EVERYTHING((models, code) -> DiagramRules.everythingIsDrawn(models));

    private final BiFunction<Models, Code, Stream<String>> check;

    ModelRule(BiFunction<Models, Code, Stream<String>> check) {
        this.check = check;
    }

    public List<String> violations(Models models, Code code) {
        return check.apply(models, code).toList();
    }
}
