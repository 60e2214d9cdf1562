package org.jiuzhu.servicerecord.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.servicerecord.Picture;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.RecordSheets;
import org.jiuzhu.servicerecord.ServiceRecord;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.form.FormLocalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.RequestContextUtils;

/** The sheet to fill in, behind a task, about a resident or in correction; the form island reads and posts it. */
@Controller
class RecordForms {

    private static final int MOST_PICTURES = 9;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final TypeReference<Map<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};

    private final RecordSheets sheets;
    private final ServiceRecords records;
    private final TaskDesk desk;
    private final FormLocalizer localizer;
    private final CurrentActor actors;
    private final Words words;
    private final ObjectMapper json;
    private final Clock clock;

    RecordForms(
            RecordSheets sheets,
            ServiceRecords records,
            TaskDesk desk,
            FormLocalizer localizer,
            CurrentActor actors,
            Words words,
            ObjectMapper json,
            Clock clock) {
        this.sheets = sheets;
        this.records = records;
        this.desk = desk;
        this.localizer = localizer;
        this.actors = actors;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    record NewRecordPage(
            String subject,
            String title,
            String intro,
            String submit,
            String back,
            String backWords,
            String schemaUrl,
            @Nullable String draftUrl,
            String submitUrl) {}

    /** The record behind the task, if there is one already. */
    @GetMapping("/tasks/{task}/record")
    String write(@PathVariable String task, Model model) {
        Optional<ServiceRecord> written = records.ofTask(task).stream().findFirst();
        if (written.isPresent()) {
            return "redirect:/records/" + written.get().id();
        }
        Map<String, Object> blank = sheets.blank(task, actors.get());
        String base = "/tasks/" + task;
        model.addAttribute(
                "page",
                new NewRecordPage(
                        String.valueOf(blank.getOrDefault("residentName", "")),
                        words.say("ui.record.title"),
                        words.say("ui.record.intro"),
                        words.say("ui.record.submit"),
                        base,
                        words.say("ui.worklist.title"),
                        base + "/record/form",
                        base + "/record/draft",
                        base + "/record?request=" + UUID.randomUUID()));
        return "servicerecord/new";
    }

    @GetMapping("/tasks/{task}/record/form")
    @ResponseBody
    Map<String, Object> form(@PathVariable String task, Locale locale) {
        return withDraft(formOf(sheets.blank(task, actors.get()), locale), draftOf(task));
    }

    @PostMapping("/tasks/{task}/record/draft")
    @ResponseBody
    Map<String, String> saveDraft(@PathVariable String task, @RequestBody Map<String, @Nullable Object> answers) {
        desk.open(task, actors.get());
        return keep(draftOf(task), answers);
    }

    /** @param request chosen when the page was shown: a second click sends the same */
    @PostMapping(path = "/tasks/{task}/record", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> save(
            @PathVariable String task,
            @RequestParam UUID request,
            @RequestBody Map<String, @Nullable Object> answers,
            HttpServletRequest http,
            HttpServletResponse response) {
        return save(task, request, answers, List.of(), http, response);
    }

    @PostMapping(path = "/tasks/{task}/record", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseBody
    Map<String, String> save(
            @PathVariable String task,
            @RequestParam UUID request,
            @RequestPart Map<String, @Nullable Object> answers,
            @RequestPart List<MultipartFile> photos,
            HttpServletRequest http,
            HttpServletResponse response) {
        Actor by = actors.get();
        long id = sheets.write(task, request, answers, pictures(photos), by);
        desk.keepAnswers(draftOf(task), Map.of(), by);
        return goTo("/tasks/" + task, saidOf(id), http, response);
    }

    @GetMapping("/records/new")
    String writeAbout(@RequestParam long personId, Model model) {
        Map<String, Object> blank = sheets.blank(personId, actors.get());
        String person = "?personId=" + personId;
        model.addAttribute(
                "page",
                new NewRecordPage(
                        String.valueOf(blank.get("residentName")),
                        words.say("ui.record.title"),
                        words.say("ui.record.intro"),
                        words.say("ui.record.submit"),
                        "/people/" + personId,
                        String.valueOf(blank.get("residentName")),
                        "/records/new/form" + person,
                        "/records/new/draft" + person,
                        "/records/new" + person + "&request=" + UUID.randomUUID()));
        return "servicerecord/new";
    }

    @GetMapping("/records/new/form")
    @ResponseBody
    Map<String, Object> formAbout(@RequestParam long personId, Locale locale) {
        return withDraft(formOf(sheets.blank(personId, actors.get()), locale), draftAbout(personId));
    }

    @PostMapping("/records/new/draft")
    @ResponseBody
    Map<String, String> saveDraftAbout(
            @RequestParam long personId, @RequestBody Map<String, @Nullable Object> answers) {
        sheets.blank(personId, actors.get());
        return keep(draftAbout(personId), answers);
    }

    @PostMapping(path = "/records/new", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> saveAbout(
            @RequestParam long personId,
            @RequestParam UUID request,
            @RequestBody Map<String, @Nullable Object> answers,
            HttpServletRequest http,
            HttpServletResponse response) {
        return saveAbout(personId, request, answers, List.of(), http, response);
    }

    @PostMapping(path = "/records/new", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseBody
    Map<String, String> saveAbout(
            @RequestParam long personId,
            @RequestParam UUID request,
            @RequestPart Map<String, @Nullable Object> answers,
            @RequestPart List<MultipartFile> photos,
            HttpServletRequest http,
            HttpServletResponse response) {
        Actor by = actors.get();
        long id = sheets.write(personId, request, answers, pictures(photos), by);
        desk.keepAnswers(draftAbout(personId), Map.of(), by);
        return goTo("/records/" + id, saidOf(id), http, response);
    }

    @GetMapping("/records/{id}/correct")
    String correct(@PathVariable long id, Model model) {
        ServiceRecord record = records.correctable(id, actors.get());
        String base = "/records/" + id;
        model.addAttribute(
                "page",
                new NewRecordPage(
                        record.sheet().residentName(),
                        words.say("servicerecord.correct"),
                        words.say("servicerecord.correct.intro"),
                        words.say("servicerecord.correct.submit"),
                        base,
                        words.say("servicerecord.title"),
                        base + "/correct/form",
                        null,
                        base + "/correct?request=" + UUID.randomUUID()));
        return "servicerecord/new";
    }

    @GetMapping("/records/{id}/correct/form")
    @ResponseBody
    Map<String, Object> correctForm(@PathVariable long id, Locale locale) {
        return formOf(sheets.answersOf(records.correctable(id, actors.get())), locale);
    }

    @PostMapping(path = "/records/{id}/correct", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, String> saveCorrection(
            @PathVariable long id,
            @RequestParam UUID request,
            @RequestBody Map<String, @Nullable Object> answers,
            HttpServletRequest http,
            HttpServletResponse response) {
        return saveCorrection(id, request, answers, List.of(), http, response);
    }

    @PostMapping(path = "/records/{id}/correct", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseBody
    Map<String, String> saveCorrection(
            @PathVariable long id,
            @RequestParam UUID request,
            @RequestPart Map<String, @Nullable Object> answers,
            @RequestPart List<MultipartFile> photos,
            HttpServletRequest http,
            HttpServletResponse response) {
        long corrected = sheets.correct(id, request, answers, pictures(photos), actors.get());
        return goTo("/records/" + corrected, "servicerecord.corrected", http, response);
    }

    private Map<String, Object> formOf(Map<String, Object> data, Locale locale) {
        return Map.of("schema", localizer.form(sheets.schema(), locale), "data", localizer.data(data, locale));
    }

    private static List<Picture> pictures(List<MultipartFile> files) {
        if (files.size() > MOST_PICTURES) {
            throw new InvalidInput(FieldProblem.of("photos", "servicerecord.pictures", MOST_PICTURES));
        }
        return files.stream()
                .map(file -> {
                    try {
                        return Picture.of(file.getBytes());
                    } catch (IOException failed) {
                        throw new UncheckedIOException(failed);
                    }
                })
                .toList();
    }

    /** The page the island goes to, with a word said there once. */
    private Map<String, String> goTo(
            String location, String said, HttpServletRequest request, HttpServletResponse response) {
        RequestContextUtils.getOutputFlashMap(request).put("toast", words.say(said));
        RequestContextUtils.saveOutputFlashMap(location, request, response);
        return Map.of("location", location);
    }

    /** What is worth a hint is saved all the same. */
    private String saidOf(long id) {
        RecordSheet written = records.get(id).sheet();
        if (written.isShort()) {
            return "servicerecord.savedShort";
        }
        return written.tags().isEmpty() ? "servicerecord.savedUntagged" : "servicerecord.saved";
    }

    private Map<String, Object> withDraft(Map<String, Object> form, String key) {
        String draft = desk.draft(key, actors.get());
        if (draft == null) {
            return form;
        }
        Map<String, Object> both = new HashMap<>(form);
        both.put("draft", read(draft));
        return both;
    }

    private Map<String, String> keep(String key, Map<String, @Nullable Object> answers) {
        desk.keepAnswers(key, answers, actors.get());
        return Map.of("savedAt", MINUTE.format(LocalTime.now(clock)));
    }

    private static String draftAbout(long personId) {
        return "record-about:" + personId;
    }

    /** A sheet's draft stands beside the draft of its task. */
    private static String draftOf(String task) {
        return "record:" + task;
    }

    private Map<String, @Nullable Object> read(String draft) {
        try {
            return json.readValue(draft, ANSWERS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A draft is not JSON", broken);
        }
    }
}
