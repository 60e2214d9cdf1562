package org.jiuzhu.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The steps that the models name are rows of the tables. */
class ModelStepsTest {

    @Test
    void everyDeadlineThatAModelAsksForIsInTheTable() throws IOException {
        var deadlines = RulesOf.deadlines("2026-07-06T10:00");
        assertThat(named("(?:deadlines|visits)\\.(?:due|reminder|dueAfterEnd)\\('(\\w+)'"))
                .isNotEmpty()
                .allSatisfy(step -> assertThatCode(() -> deadlines.due(step, "songjiang", "NORMAL"))
                        .doesNotThrowAnyException());
    }

    @Test
    void everyStepThatAModelRoutesHasItsRoles() throws IOException {
        var routing = new TaskRouting(RulesOf.shipped());
        assertThat(named("routing\\.groups\\('(\\w+)'")).isNotEmpty().allSatisfy(step -> assertThat(
                        routing.rolesFor(step, "songjiang"))
                .isNotEmpty());
    }

    private static Set<String> named(String pattern) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(Path.of("processes"))) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                var matcher = Pattern.compile(pattern).matcher(Files.readString(file));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }
}
