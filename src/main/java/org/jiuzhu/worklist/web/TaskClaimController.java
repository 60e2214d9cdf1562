package org.jiuzhu.worklist.web;

import java.util.Locale;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Refusal.Kind;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.Models;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.WorkItem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a task and gives it back, from the list and from its page; the next page says what happened. */
@Controller
class TaskClaimController {

    private final TaskDesk desk;
    private final Models models;
    private final CurrentActor currentActor;
    private final Words words;

    TaskClaimController(TaskDesk desk, Models models, CurrentActor currentActor, Words words) {
        this.desk = desk;
        this.models = models;
        this.currentActor = currentActor;
        this.words = words;
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(@PathVariable String id, Locale locale, RedirectAttributes next) {
        return say(next, "redirect:/tasks/" + id, () -> {
            Actor actor = currentActor.get();
            desk.claim(id, actor);
            return words.say("worklist.claimed", name(desk.open(id, actor), locale));
        });
    }

    @PostMapping("/tasks/{id}/release")
    String release(@PathVariable String id, Locale locale, RedirectAttributes next) {
        return say(next, "redirect:/tasks", () -> {
            Actor actor = currentActor.get();
            String name = name(desk.open(id, actor), locale);
            desk.release(id, actor);
            return words.say("worklist.released", name);
        });
    }

    /** Somebody else was first, or the register stands against it: the list shows what is left, and says why. */
    private String say(RedirectAttributes next, String target, java.util.function.Supplier<String> deed) {
        try {
            next.addFlashAttribute("toast", deed.get());
            return target;
        } catch (Refusal refusal) {
            if (refusal.kind() == Kind.NOT_FOUND) {
                throw refusal;
            }
            next.addFlashAttribute(
                    "toast", words.say(refusal.messageKey(), refusal.args().toArray()));
            return "redirect:/tasks";
        }
    }

    private String name(WorkItem item, Locale locale) {
        return models.taskName(item.processDefinitionId(), item.taskKey(), locale);
    }
}
