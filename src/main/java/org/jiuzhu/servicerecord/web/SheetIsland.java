package org.jiuzhu.servicerecord.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.servicerecord.OpenSheet;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.form.FormLocalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What the sheet's form island reads and is answered, wherever it stands. */
@Component
class SheetIsland {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final TypeReference<Map<String, @Nullable Object>> ANSWERS = new TypeReference<>() {};

    private final ServiceRecords records;
    private final TaskDesk desk;
    private final FormLocalizer localizer;
    private final CurrentActor actors;
    private final Words words;
    private final ObjectMapper json;
    private final Clock clock;

    SheetIsland(
            ServiceRecords records,
            TaskDesk desk,
            FormLocalizer localizer,
            CurrentActor actors,
            Words words,
            ObjectMapper json,
            Clock clock) {
        this.records = records;
        this.desk = desk;
        this.localizer = localizer;
        this.actors = actors;
        this.words = words;
        this.json = json;
        this.clock = clock;
    }

    Map<String, Object> form(OpenSheet sheet, Locale locale) {
        return Map.of("schema", localizer.form(sheet.schema(), locale), "data", localizer.data(sheet.data(), locale));
    }

    /** The same with what the actor has written there so far. */
    Map<String, Object> form(OpenSheet sheet, Locale locale, String draftKey) {
        String draft = desk.draft(draftKey, actors.get());
        Map<String, Object> form = form(sheet, locale);
        if (draft == null) {
            return form;
        }
        Map<String, Object> both = new HashMap<>(form);
        both.put("draft", read(draft));
        return both;
    }

    Map<String, String> keep(String draftKey, Map<String, @Nullable Object> answers) {
        desk.keepAnswers(draftKey, answers, actors.get());
        return Map.of("savedAt", MINUTE.format(LocalTime.now(clock)));
    }

    void forget(String draftKey) {
        desk.keepAnswers(draftKey, Map.of(), actors.get());
    }

    PostedSheet posted(HttpServletRequest request) {
        return PostedSheet.read(request, json);
    }

    /** The page the island goes to, with a word said there once: that it is saved, and what is worth a second look. */
    Map<String, String> saved(
            long recordId, String location, HttpServletRequest request, HttpServletResponse response) {
        String said = records.get(recordId).sheet().hints().stream()
                .findFirst()
                .map(hint -> words.say("servicerecord.saved") + words.say("servicerecord.hint." + hint))
                .orElseGet(() -> words.say("servicerecord.saved"));
        return goTo(location, said, request, response);
    }

    Map<String, String> goTo(String location, String said, HttpServletRequest request, HttpServletResponse response) {
        RequestContextUtils.getOutputFlashMap(request).put("toast", said);
        RequestContextUtils.saveOutputFlashMap(location, request, response);
        return Map.of("location", location);
    }

    private Map<String, @Nullable Object> read(String draft) {
        try {
            return json.readValue(draft, ANSWERS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A draft is not JSON", broken);
        }
    }
}
