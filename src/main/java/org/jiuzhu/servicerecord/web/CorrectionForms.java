package org.jiuzhu.servicerecord.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.servicerecord.RecordSheets;
import org.jiuzhu.servicerecord.ServiceRecord;
import org.jiuzhu.servicerecord.ServiceRecords;
import org.jiuzhu.shared.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The sheet in correction of a record: it starts from what was written and says why it is another. */
@Controller
@RequestMapping("/records/{id}/correct")
class CorrectionForms {

    private final RecordSheets sheets;
    private final ServiceRecords records;
    private final SheetIsland island;
    private final CurrentActor actors;
    private final Words words;

    CorrectionForms(RecordSheets sheets, ServiceRecords records, SheetIsland island, CurrentActor actors, Words words) {
        this.sheets = sheets;
        this.records = records;
        this.island = island;
        this.actors = actors;
        this.words = words;
    }

    @GetMapping
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

    @GetMapping("/form")
    @ResponseBody
    Map<String, Object> form(@PathVariable long id, Locale locale) {
        records.correctable(id, actors.get());
        return island.form(sheets.toCorrect(records.read(id, actors.get())), locale);
    }

    /** @param request chosen when the page was shown: a second click sends the same */
    @PostMapping
    @ResponseBody
    Map<String, String> save(
            @PathVariable long id, @RequestParam UUID request, HttpServletRequest http, HttpServletResponse response) {
        PostedSheet posted = island.posted(http);
        long corrected = sheets.correct(id, request, posted.answers(), posted.pictures(), actors.get());
        return island.goTo("/records/" + corrected, words.say("servicerecord.corrected"), http, response);
    }
}
