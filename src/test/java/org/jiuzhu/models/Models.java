package org.jiuzhu.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;

/** Every process, decision and form file that ships, read once; or a few small ones that a test wrote down. */
public record Models(List<ProcessFile> processes, List<DecisionFile> decisions, List<FormFile> forms) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param files content by path, {@code processes/lead/lead-intake.bpmn} */
    public static Models of(Map<String, String> files) {
        return new Models(
                read(
                        files,
                        "bpmn",
                        (path, text) -> new ProcessFile(path, Bpmn.readModelFromStream(stream(text)), Xml.parse(text))),
                read(
                        files,
                        "dmn",
                        (path, text) -> new DecisionFile(path, Dmn.readModelFromStream(stream(text)), Xml.parse(text))),
                read(files, "form", (path, text) -> new FormFile(path, json(text))));
    }

    public static Models shipped() {
        Map<String, String> files = new TreeMap<>();
        Stream.of("processes", "forms").map(Path::of).forEach(root -> {
            try (var found = Files.walk(root)) {
                found.filter(Files::isRegularFile)
                        .forEach(file -> files.put(file.toString().replace('\\', '/'), content(file)));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
        return of(files);
    }

    /** The ids of all user tasks. */
    public Stream<String> userTasks() {
        return processes.stream().flatMap(file -> file.userTasks().stream()).map(task -> task.getId());
    }

    Stream<ModelFile> all() {
        return Stream.of(processes, decisions, forms).flatMap(List::stream);
    }

    Optional<ProcessFile> process(String id) {
        return processes.stream().filter(file -> file.id().equals(id)).findFirst();
    }

    Optional<DecisionFile> decision(String id) {
        return decisions.stream().filter(file -> file.id().equals(id)).findFirst();
    }

    Optional<FormFile> form(String id) {
        return forms.stream().filter(file -> file.id().equals(id)).findFirst();
    }

    private interface Reader<T> {
        T read(String path, String text);
    }

    private static <T> List<T> read(Map<String, String> files, String extension, Reader<T> reader) {
        return new TreeMap<>(files)
                .entrySet().stream()
                        .filter(file -> file.getKey().endsWith("." + extension))
                        .map(file -> reader.read(file.getKey(), file.getValue()))
                        .toList();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException failed) {
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
