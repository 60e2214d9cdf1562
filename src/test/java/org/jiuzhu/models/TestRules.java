package org.jiuzhu.models;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class TestRules {

    private TestRules() {}

    static Stream<String> everyModelIsTested(Models models, Code code) {
        return Stream.concat(
                        models.processes().stream().map(file -> tested(code, file, "ProcessTest")),
                        models.decisions().stream().map(file -> tested(code, file, "TableTest")))
                .filter(found -> !found.isEmpty());
    }

    private static String tested(Code code, ModelFile file, String suffix) {
        String test = words(file.id()) + suffix;
        return code.tests().contains(test) ? "" : file.path() + ": there is no " + test;
    }

    private static String words(String id) {
        return Arrays.stream(id.split("-"))
                .map(word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
