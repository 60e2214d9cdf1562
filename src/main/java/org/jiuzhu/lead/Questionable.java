package org.jiuzhu.lead;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jiuzhu.shared.FieldProblem;

/** Field problems as one line each: field, message key, arguments. None of them repeats what was said. */
final class Questionable {

    private static final String SEPARATOR = "|";

    private Questionable() {}

    static String write(List<FieldProblem> problems) {
        return problems.stream()
                .map(problem -> Stream.concat(
                                Stream.of(problem.field(), problem.messageKey()),
                                problem.args().stream().map(String::valueOf))
                        .collect(Collectors.joining(SEPARATOR)))
                .collect(Collectors.joining("\n"));
    }

    static List<FieldProblem> read(String lines) {
        return lines.lines()
                .map(line -> line.split("\\|", -1))
                .map(part -> new FieldProblem(
                        part[0],
                        part[1],
                        List.<Object>copyOf(Arrays.asList(part).subList(2, part.length))))
                .toList();
    }
}
