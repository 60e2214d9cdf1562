package org.jiuzhu.shared.view;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.PageForm.Field;
import org.jiuzhu.shared.view.PageForm.Group;
import org.jiuzhu.shared.view.PageForm.Option;
import org.jspecify.annotations.Nullable;

/** Puts the fields of a {@link PageForm} together: labels and hints from messages, values from what was typed. */
public final class FormFields {

    private final Words words;
    private final String prefix;
    private final Map<String, List<String>> values;
    private final List<FieldProblem> problems;
    private final List<Group> groups = new ArrayList<>();

    /** @param prefix labels are {@code <prefix>.<key>}, hints {@code <prefix>.<key>.hint} */
    public FormFields(Words words, String prefix, Map<String, List<String>> values, List<FieldProblem> problems) {
        this.words = words;
        this.prefix = prefix;
        this.values = values;
        this.problems = problems;
    }

    public FormFields group(@Nullable String title) {
        groups.add(new Group(title, new ArrayList<>()));
        return this;
    }

    public FormFields text(String key) {
        return add(key, "text", false, List.of());
    }

    public FormFields optionalText(String key) {
        return add(key, "text", true, List.of());
    }

    public FormFields date(String key) {
        return add(key, "date", false, List.of());
    }

    public FormFields optionalDate(String key) {
        return add(key, "date", true, List.of());
    }

    public FormFields area(String key) {
        return add(key, "area", false, List.of());
    }

    public FormFields optionalArea(String key) {
        return add(key, "area", true, List.of());
    }

    public FormFields select(String key, List<Option> options) {
        return add(key, "select", false, options);
    }

    /** May stay open: nobody knows. */
    public FormFields optionalSelect(String key, List<Option> options) {
        return add(key, "select", true, options);
    }

    public FormFields radio(String key, List<Option> options) {
        return add(key, "radio", false, options);
    }

    public FormFields checks(String key, List<Option> options) {
        return add(key, "checks", true, options);
    }

    private FormFields add(String key, String kind, boolean optional, List<Option> options) {
        String hint = words.sayOr(prefix + "." + key + ".hint", "");
        groups.get(groups.size() - 1)
                .fields()
                .add(new Field(
                        key,
                        kind,
                        words.say(prefix + "." + key),
                        hint.isEmpty() ? null : hint,
                        optional,
                        values.getOrDefault(key, List.of()),
                        options,
                        problem(key)));
        return this;
    }

    private @Nullable String problem(String key) {
        return problems.stream()
                .filter(problem -> problem.field().equals(key))
                .findFirst()
                .map(this::say)
                .orElse(null);
    }

    private String say(FieldProblem problem) {
        return words.say(problem.messageKey(), problem.args().toArray());
    }

    public List<Group> groups() {
        return groups;
    }

    /** By field, and what belongs to no field of the form as well. */
    public Map<String, String> problems() {
        Map<String, String> said = new LinkedHashMap<>();
        problems.forEach(problem -> said.putIfAbsent(problem.field(), say(problem)));
        return said;
    }

    /** Every code of an enum, under the words of {@code <prefix>.<code>}. */
    public static <E extends Enum<E>> List<Option> codes(Class<E> type, Function<E, String> say) {
        return Arrays.stream(type.getEnumConstants())
                .map(code -> new Option(code.name(), say.apply(code)))
                .toList();
    }
}
