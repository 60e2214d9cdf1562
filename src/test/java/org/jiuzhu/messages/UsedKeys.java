package org.jiuzhu.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where source code and templates ask for a text. */
public final class UsedKeys {

    private static final String KEY = "\"([A-Za-z][\\w.-]*)\"";
    private static final String ANYTHING = "(?:[^,()]|\\([^()]*\\))+,\\s*";

    private static final List<Pattern> IN_JAVA = List.of(
            Pattern.compile("new Refusal\\(\\s*" + ANYTHING + KEY + "(\\s*\\+)?"),
            Pattern.compile("FieldProblem\\.of\\(\\s*" + ANYTHING + KEY + "(\\s*\\+)?"),
            Pattern.compile("problems\\.add\\(\\s*" + ANYTHING + KEY + "(\\s*\\+)?"),
            Pattern.compile("new InvalidValue\\(\\s*" + KEY + "(\\s*\\+)?"),
            Pattern.compile("\\bsay\\(\\s*" + KEY + "(\\s*\\+)?"),
            Pattern.compile("\\.getMessage\\(\\s*" + KEY + "(\\s*\\+)?"));

    private static final Pattern TIMELINE = Pattern.compile("(?i)timeline\\.add\\(\\s*" + KEY + "(\\s*\\+)?");
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{(\\|?)([A-Za-z][\\w.-]*)");

    /**
     * @param key a whole key, or how keys begin
     * @param beginning whether something is put behind it
     */
    public record Used(String file, String key, boolean beginning) {

        boolean isIn(Set<String> keys) {
            return beginning ? keys.stream().anyMatch(known -> known.startsWith(key)) : keys.contains(key);
        }
    }

    private UsedKeys() {}

    public static Stream<Used> inTheProduct() {
        return Stream.concat(
                files("src/main/java", ".java").flatMap(file -> inJava(file.toString(), content(file))),
                files("src/main/resources", ".html").flatMap(file -> inTemplate(file.toString(), content(file))));
    }

    public static Stream<Used> inJava(String file, String source) {
        Stream<Used> keys = IN_JAVA.stream()
                .flatMap(pattern -> pattern.matcher(source).results())
                .map(found -> new Used(file, found.group(1), found.group(2) != null));
        Stream<Used> kinds = TIMELINE.matcher(source)
                .results()
                .map(found -> new Used(file, "timeline." + found.group(1), found.group(2) != null));
        return Stream.concat(keys, kinds);
    }

    public static Stream<Used> inTemplate(String file, String html) {
        return IN_TEMPLATE
                .matcher(html)
                .results()
                .map(found -> new Used(file, found.group(2), !found.group(1).isEmpty()));
    }

    public static List<String> missing(Stream<Used> used, Set<String> keys) {
        return used.filter(key -> !key.isIn(keys))
                .map(key -> key.file() + " says " + key.key() + (key.beginning() ? "…" : ""))
                .distinct()
                .toList();
    }

    private static Stream<Path> files(String folder, String extension) {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(extension)).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
