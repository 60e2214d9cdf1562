package org.jiuzhu.conflict.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jiuzhu.conflict.Kinship;
import org.jiuzhu.conflict.NewFiling;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed into one of the forms, kept as it was typed when something is missing.
 *
 * @param username for whom, or null for oneself
 */
record FilingForm(
        @Nullable String username,
        @Nullable String name,
        @Nullable String idNumber,
        @Nullable String relation,
        @Nullable String sinceOn) {

    static final FilingForm BLANK = new FilingForm(null, null, null, null, null);

    NewFiling filing() {
        return new NewFiling(name, idNumber, kinship(relation), day("sinceOn", sinceOn));
    }

    static @Nullable Kinship kinship(@Nullable String relation) {
        return Arrays.stream(Kinship.values())
                .filter(kinship -> kinship.name().equals(relation))
                .findFirst()
                .orElse(null);
    }

    /** @throws InvalidInput for what is no date */
    static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            throw new InvalidInput(FieldProblem.of(field, "conflict.date.wrong"));
        }
    }

    static List<Kinship> kinships() {
        return List.of(Kinship.values());
    }

    /** By field, in the reader's language. */
    static Map<String, String> problems(InvalidInput invalid, Words words) {
        return invalid.problems().stream()
                .collect(Collectors.toMap(
                        FieldProblem::field,
                        problem ->
                                words.say(problem.messageKey(), problem.args().toArray()),
                        (first, second) -> first,
                        LinkedHashMap::new));
    }
}
