package org.jiuzhu.servicerecord.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.servicerecord.OpenSheet;
import org.jiuzhu.servicerecord.RecordSheets;
import org.jiuzhu.servicerecord.ServiceRecord;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.TaskDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sheet behind a task. */
@Controller
@RequestMapping("/tasks/{task}/record")
class TaskRecordForms {

    private final RecordSheets sheets;
    private final ServiceRecords records;
    private final SheetIsland island;
    private final TaskDesk desk;
    private final CurrentActor actors;
    private final Words words;

    TaskRecordForms(
            RecordSheets sheets,
            ServiceRecords records,
            SheetIsland island,
            TaskDesk desk,
            CurrentActor actors,
            Words words) {
        this.sheets = sheets;
        this.records = records;
        this.island = island;
        this.desk = desk;
        this.actors = actors;
        this.words = words;
    }

    /** The record behind the task, if there is one already. */
    @GetMapping
    String write(@PathVariable String task, Model model) {
        Optional<ServiceRecord> written = records.ofTask(task).stream().findFirst();
        if (written.isPresent()) {
            return "redirect:/records/" + written.get().id();
        }
        OpenSheet blank = sheets.blank(task, actors.get());
        String base = "/tasks/" + task;
        model.addAttribute(
                "page",
                new NewRecordPage(
                        String.valueOf(blank.data().getOrDefault("residentName", "")),
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

    @GetMapping("/form")
    @ResponseBody
    Map<String, Object> form(@PathVariable String task, Locale locale) {
        return island.form(sheets.blank(task, actors.get()), locale, draftOf(task));
    }

    @PostMapping("/draft")
    @ResponseBody
    Map<String, String> saveDraft(@PathVariable String task, @RequestBody Map<String, @Nullable Object> answers) {
        desk.open(task, actors.get());
        return island.keep(draftOf(task), answers);
    }

    /** @param request chosen when the page was shown: a second click sends the same */
    @PostMapping
    @ResponseBody
    Map<String, String> save(
            @PathVariable String task,
            @RequestParam UUID request,
            HttpServletRequest http,
            HttpServletResponse response) {
        PostedSheet posted = island.posted(http);
        long id = sheets.write(task, request, posted.answers(), posted.pictures(), actors.get());
        island.forget(draftOf(task));
        return island.saved(id, "/tasks/" + task, http, response);
    }

    /** A sheet's draft stands beside the draft of its task. */
    private static String draftOf(String task) {
        return "record:" + task;
    }
}
