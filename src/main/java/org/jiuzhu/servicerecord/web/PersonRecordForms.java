package org.jiuzhu.servicerecord.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.servicerecord.RecordSheets;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sheet about a resident, without a task. */
@Controller
@RequestMapping("/records/new")
class PersonRecordForms {

    private final RecordSheets sheets;
    private final SheetIsland island;
    private final CurrentActor actors;
    private final Words words;

    PersonRecordForms(RecordSheets sheets, SheetIsland island, CurrentActor actors, Words words) {
        this.sheets = sheets;
        this.island = island;
        this.actors = actors;
        this.words = words;
    }

    @GetMapping
    String write(@RequestParam long personId, Model model) {
        String resident =
                String.valueOf(sheets.blank(personId, actors.get()).data().get("residentName"));
        String person = "?personId=" + personId;
        model.addAttribute(
                "page",
                new NewRecordPage(
                        resident,
                        words.say("ui.record.title"),
                        words.say("ui.record.intro"),
                        words.say("ui.record.submit"),
                        "/people/" + personId,
                        resident,
                        "/records/new/form" + person,
                        "/records/new/draft" + person,
                        "/records/new" + person + "&request=" + UUID.randomUUID()));
        return "servicerecord/new";
    }

    @GetMapping("/form")
    @ResponseBody
    Map<String, Object> form(@RequestParam long personId, Locale locale) {
        return island.form(sheets.blank(personId, actors.get()), locale, draftOf(personId));
    }

    @PostMapping("/draft")
    @ResponseBody
    Map<String, String> saveDraft(@RequestParam long personId, @RequestBody Map<String, @Nullable Object> answers) {
        sheets.blank(personId, actors.get());
        return island.keep(draftOf(personId), answers);
    }

    /** @param request chosen when the page was shown: a second click sends the same */
    @PostMapping
    @ResponseBody
    Map<String, String> save(
            @RequestParam long personId,
            @RequestParam UUID request,
            HttpServletRequest http,
            HttpServletResponse response) {
        PostedSheet posted = island.posted(http);
        long id = sheets.write(personId, request, posted.answers(), posted.pictures(), actors.get());
        island.forget(draftOf(personId));
        return island.saved(id, "/records/" + id, http, response);
    }

    private static String draftOf(long personId) {
        return "record-about:" + personId;
    }
}
