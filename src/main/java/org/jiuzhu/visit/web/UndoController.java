package org.jiuzhu.visit.web;

import java.util.UUID;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.VisitUndo;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes back what was saved a moment ago. */
@Controller
class UndoController {

    static final String PATH = TodayAsked.PATH + "/undo";

    private final VisitUndo undo;
    private final CurrentActor actors;
    private final Words words;

    UndoController(VisitUndo undo, CurrentActor actors, Words words) {
        this.undo = undo;
        this.actors = actors;
        this.words = words;
    }

    static String address(UUID request, String back) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("request", request)
                .queryParam("back", "{back}")
                .encode()
                .buildAndExpand(back)
                .toUriString();
    }

    @PostMapping(PATH)
    String undo(
            @RequestParam UUID request,
            @RequestParam(defaultValue = TodayAsked.PATH) String back,
            RedirectAttributes next) {
        try {
            undo.undo(request, actors.get());
            next.addFlashAttribute("toast", words.say("visit.undo.done"));
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.CONFLICT) {
                throw refusal;
            }
            next.addFlashAttribute(
                    "toast", words.say(refusal.messageKey(), refusal.args().toArray()));
        }
        return "redirect:" + TodayAsked.own(back);
    }
}
