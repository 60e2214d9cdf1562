package org.jiuzhu.bench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One line of JSON per step that is done; a run that was stopped goes on after the last line. */
final class Results {

    private final ObjectMapper json = new ObjectMapper();
    private final Path file;
    private final List<Map<String, Object>> done = new ArrayList<>();

    Results(Path file) throws IOException {
        this.file = file;
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                done.add(json.readValue(line, new TypeReference<>() {}));
            }
        }
    }

    boolean has(int people, String step) {
        return done.stream()
                .anyMatch(line -> line.get("step").equals(step) && ((Number) line.get("people")).intValue() == people);
    }

    void add(int people, String step, Map<String, Object> measured) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("people", people);
        line.put("step", step);
        line.put("at", LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS).toString());
        line.putAll(measured);
        done.add(line);
        Files.writeString(
                file, json.writeValueAsString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    List<Map<String, Object>> of(int people) {
        return done.stream()
                .filter(line -> ((Number) line.get("people")).intValue() == people)
                .toList();
    }
}
