package org.jiuzhu.messages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every module's texts, as they stand in the files.
 *
 * @param texts lines {@code key=text} by file name, {@code lead} or {@code lead_en}
 */
public record MessageFiles(Map<String, List<String>> texts) {

    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z0-9]+)[^}]*}");

    /** The product's name, and the language switch, which names each language in itself. */
    private static final Set<String> CHINESE_IN_ENGLISH = Set.of("ui.brand", "ui.language.zh");

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    public static MessageFiles shipped() {
        Map<String, List<String>> texts = new TreeMap<>();
        try (var files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString().replace(".properties", ""), Files.readAllLines(file));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new MessageFiles(texts);
    }

    /** All keys of the Chinese files; the English ones have the same, or {@link #twins} says so. */
    public Set<String> keys() {
        return chinese().flatMap(file -> read(file).keySet().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What one language says and the other does not, or says with other values in it. */
    public List<String> twins() {
        List<String> found = new ArrayList<>();
        texts.keySet().stream()
                .filter(file -> file.endsWith("_en") && !texts.containsKey(file.replaceAll("_en$", "")))
                .forEach(file -> found.add(file + " has no Chinese file"));
        chinese().forEach(file -> {
            if (!texts.containsKey(file + "_en")) {
                found.add(file + " has no English file");
                return;
            }
            Map<String, String> chinese = read(file);
            Map<String, String> english = read(file + "_en");
            difference(chinese.keySet(), english.keySet())
                    .forEach(key -> found.add(key + " is not in " + file + "_en"));
            difference(english.keySet(), chinese.keySet()).forEach(key -> found.add(key + " is not in " + file));
            chinese.forEach((key, text) -> {
                String other = english.getOrDefault(key, text);
                if (!values(text).equals(values(other))) {
                    found.add(key + " takes other values in English");
                }
            });
        });
        return found;
    }

    /** Texts that say nothing, twice or in the other's language, and placeholders that an apostrophe hides. */
    public List<String> slips() {
        List<String> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        texts.keySet().forEach(file -> lines(file).forEach(line -> {
            String key = key(line);
            String text = text(line);
            if (!seen.add(key + (file.endsWith("_en") ? "_en" : ""))) {
                found.add(file + " says " + key + " again");
            }
            if (text.isBlank()) {
                found.add(file + " says nothing for " + key);
            }
            if (file.endsWith("_en") && CHINESE.matcher(text).find() && !CHINESE_IN_ENGLISH.contains(key)) {
                found.add(file + " says " + key + " in Chinese");
            }
            if (!filledByFormat(text)) {
                found.add(file + " hides a value of " + key);
            }
            if (text.contains("''") && placeholders(text).isEmpty()) {
                found.add(file + " doubles an apostrophe of " + key);
            }
        }));
        return found;
    }

    private static boolean filledByFormat(String text) {
        long numbered =
                placeholders(text).stream().filter(name -> name.matches("\\d+")).count();
        return numbered == 0 || new MessageFormat(text).getFormatsByArgumentIndex().length >= numbered;
    }

    /** How many numbered values a text takes, and which named ones. */
    private static List<String> values(String text) {
        return placeholders(text).stream()
                .map(name -> name.replaceAll("\\d+", "n"))
                .sorted()
                .toList();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<String> chinese() {
        return texts.keySet().stream().filter(file -> !file.endsWith("_en"));
    }

    private Map<String, String> read(String file) {
        Map<String, String> read = new LinkedHashMap<>();
        lines(file).forEach(line -> read.put(key(line), text(line)));
        return read;
    }

    private Stream<String> lines(String file) {
        return texts.get(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static String key(String line) {
        return line.substring(0, Math.max(line.indexOf('='), 0)).strip();
    }

    private static String text(String line) {
        return line.substring(line.indexOf('=') + 1).strip();
    }

    private static Set<String> difference(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
