package org.jiuzhu.models;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** What expressions say, and whether Java answers: the compiler sees neither end of it. */
final class CallRules {

    /** Modules that every stage's models may call, because every stage may import them. */
    private static final Set<String> BELOW_THE_STAGES = Set.of(
            "shared",
            "calendar",
            "workflow",
            "access",
            "audit",
            "lifecycle",
            "timeline",
            "rules",
            "network",
            "household",
            "resource",
            "servicerecord");

    private static final String WORD = "[a-z][A-Za-z]*";
    private static final String LITERAL = "'[A-Za-z_]*'";
    private static final String VALUE = "(?:" + WORD + "|" + LITERAL + ")";
    private static final String CALL = WORD + "\\." + WORD + "\\((?:" + VALUE + "(?:, " + VALUE + ")*)?\\)";
    private static final String QUESTION = "!?(?:" + CALL + "|" + WORD + ")(?: [!=]= " + LITERAL + ")?";
    private static final Pattern ALLOWED = Pattern.compile("\\$\\{(?:" + LITERAL + "|execution\\.processBusinessKey|"
            + QUESTION + "(?: (?:&&|\\|\\|) " + QUESTION + ")*)}");
    private static final Pattern CALLED = Pattern.compile("(" + WORD + ")\\.(" + WORD + ")\\(([^)]*)\\)");

    /** One call of a bean in a model. */
    record Call(ProcessFile file, String at, String bean, String method, List<String> arguments) {

        String says(String what) {
            return file.path() + ": " + at + " calls " + bean + "." + method + ", " + what;
        }

        /** The text between the quotes, if the argument is a literal. */
        Optional<String> literal(int argument) {
            return arguments.size() > argument && arguments.get(argument).startsWith("'")
                    ? Optional.of(arguments.get(argument).replace("'", ""))
                    : Optional.empty();
        }
    }

    private CallRules() {}

    static Stream<String> expressionsHaveAnAllowedForm(Models models) {
        return models.processes().stream().flatMap(file -> file.expressions().stream()
                .filter(expression -> !ALLOWED.matcher(expression.text()).matches())
                .map(expression -> file.path() + ": " + expression.at() + " says " + expression.text()));
    }

    static Stream<String> calledBeansExist(Models models, Code code) {
        return violations(models, code, (call, bean) -> {
            if (bean == null) {
                return "which is no bean for models";
            }
            boolean reachable = bean.module().equals(call.file().module())
                    || BELOW_THE_STAGES.contains(bean.module())
                    || calledModule(models, call).filter(bean.module()::equals).isPresent();
            return reachable ? "" : "which belongs to " + bean.module();
        });
    }

    /** Where a stage is called, its own module says for whom: the caller's model may ask it there, and only there. */
    private static Optional<String> calledModule(Models models, Call call) {
        return call.file().model().getModelElementById(call.at()) instanceof CallActivity activity
                ? models.process(activity.getCalledElement()).map(ProcessFile::module)
                : Optional.empty();
    }

    static Stream<String> calledMethodsExist(Models models, Code code) {
        return violations(models, code, (call, bean) -> {
            if (bean == null) {
                return "";
            }
            if (!Modifier.isPublic(bean.type().getModifiers())) {
                return "whose class is not public";
            }
            boolean there = Arrays.stream(bean.type().getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .filter(method -> method.getName().equals(call.method()))
                    .anyMatch(method ->
                            method.getParameterCount() == call.arguments().size());
            return there ? "" : "which takes no " + call.arguments().size() + " values";
        });
    }

    private static Stream<String> violations(Models models, Code code, BiFunction<Call, Code.Bean, String> check) {
        return calls(models).flatMap(call -> {
            String violation = check.apply(call, code.beans().get(call.bean()));
            return violation.isEmpty() ? Stream.empty() : Stream.of(call.says(violation));
        });
    }

    static Stream<Call> calls(Models models) {
        return models.processes().stream()
                .flatMap(file -> file.expressions().stream().flatMap(expression -> CALLED.matcher(expression.text())
                        .results()
                        .map(found -> new Call(
                                file, expression.at(), found.group(1), found.group(2), arguments(found.group(3))))));
    }

    private static List<String> arguments(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*,\\s*"));
    }
}
