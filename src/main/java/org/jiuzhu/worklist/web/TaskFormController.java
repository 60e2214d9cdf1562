package org.jiuzhu.worklist.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.Models;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.WorkItem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What the islands of a task page fetch and send. */
@RestController
@RequestMapping("/tasks/{id}")
class TaskFormController {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final String AFTERWARDS = "/tasks";

    private final TaskForms forms;
    private final TaskDesk desk;
    private final Models models;
    private final CurrentActor currentActor;
    private final Words words;
    private final Clock clock;

    TaskFormController(
            TaskForms forms, TaskDesk desk, Models models, CurrentActor currentActor, Words words, Clock clock) {
        this.forms = forms;
        this.desk = desk;
        this.models = models;
        this.currentActor = currentActor;
        this.words = words;
        this.clock = clock;
    }

    /** @param savedAt time of day, {@code 13:05} */
    record Saved(String savedAt) {}

    /** @param location the page to go on with */
    record Done(String location) {}

    @GetMapping("/form")
    TaskForms.Opened form(@PathVariable String id, Locale locale) {
        return forms.open(id, currentActor.get(), locale);
    }

    @RequestMapping(
            path = "/draft",
            method = {RequestMethod.PUT, RequestMethod.POST})
    Saved draft(@PathVariable String id, @RequestBody JsonNode answers) {
        forms.keepDraft(id, answers, currentActor.get());
        return new Saved(LocalTime.now(clock).format(MINUTES));
    }

    @PostMapping("/complete")
    Done complete(
            @PathVariable String id,
            @RequestBody Map<String, Object> answers,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        WorkItem item = forms.complete(id, answers, currentActor.get(), locale);
        FlashMap said = RequestContextUtils.getOutputFlashMap(request);
        said.put(
                "toast",
                words.say("worklist.done", models.taskName(item.processDefinitionId(), item.taskKey(), locale)));
        RequestContextUtils.saveOutputFlashMap(AFTERWARDS, request, response);
        return new Done(AFTERWARDS);
    }

    @GetMapping(path = "/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    String diagram(@PathVariable String id, Locale locale) {
        return models.diagram(desk.open(id, currentActor.get()).processDefinitionId(), locale);
    }
}
