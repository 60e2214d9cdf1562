package org.jiuzhu.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Slips that a page does not complain about. */
class TemplatesTest {

    private static final Pattern TAG = Pattern.compile("<[a-z][^>]*>", Pattern.DOTALL);

    /** Thymeleaf puts the fragment in the element's place first: the condition is lost, and both answers are shown. */
    @Test
    void nothingIsReplacedOnACondition() throws IOException {
        assertThat(tags())
                .isNotEmpty()
                .filteredOn(tag -> tag.contains("th:replace="))
                .noneMatch(tag -> tag.contains("th:if=") || tag.contains("th:unless="));
    }

    private static List<String> tags() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .map(TemplatesTest::text)
                    .flatMap(text -> TAG.matcher(text).results())
                    .map(found -> found.group())
                    .toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AssertionError(file.toString(), unreadable);
        }
    }
}
