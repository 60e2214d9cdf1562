package org.jiuzhu.shared;

import java.util.List;

/** Somebody's input does not hold; nothing was changed. */
public class InvalidInput extends RuntimeException {

    private final transient List<FieldProblem> problems;

    public InvalidInput(List<FieldProblem> problems) {
        super(problems.stream()
                .map(p -> p.field() + ": " + p.messageKey())
                .toList()
                .toString());
        this.problems = List.copyOf(problems);
    }

    public InvalidInput(FieldProblem problem) {
        this(List.of(problem));
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
