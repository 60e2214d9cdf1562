package org.jiuzhu.conflict.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.conflict.Declarations;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.Models;
import org.jiuzhu.workflow.TaskDesk;
import org.jiuzhu.workflow.WorkItem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 我的近亲属备案, the cross-inspection list, and the way out of a task about one's own family. */
@Controller
class RelativesController {

    private static final String OWN = "redirect:/relatives";
    private static final String PAIRS = "redirect:/relatives/pairs";

    private final Declarations declarations;
    private final RelativesViews views;
    private final TaskDesk desk;
    private final Models models;
    private final CurrentActor actors;
    private final Words words;

    RelativesController(
            Declarations declarations,
            RelativesViews views,
            TaskDesk desk,
            Models models,
            CurrentActor actors,
            Words words) {
        this.declarations = declarations;
        this.views = views;
        this.desk = desk;
        this.models = models;
        this.actors = actors;
        this.words = words;
    }

    @GetMapping("/relatives")
    String own(Model model) {
        return own(FilingForm.BLANK, Map.of(), model);
    }

    @PostMapping("/relatives")
    String declare(
            @ModelAttribute FilingForm form, Model model, HttpServletResponse response, RedirectAttributes next) {
        try {
            declarations.declare(form.filing(), actors.get());
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return own(form, FilingForm.problems(invalid, words), model);
        }
        next.addFlashAttribute("toast", words.say("conflict.filed"));
        return OWN;
    }

    private String own(FilingForm form, Map<String, String> problems, Model model) {
        model.addAttribute("page", views.own(actors.get(), form, problems));
        return "conflict/relatives";
    }

    @GetMapping("/relatives/pairs")
    String pairs(@RequestParam(required = false) @Nullable Long after, Model model) {
        model.addAttribute("page", views.pairs(after, actors.get(), FilingForm.BLANK, Map.of(), Map.of(), null, null));
        return "conflict/pairs";
    }

    @PostMapping("/relatives/pairs")
    String declareFor(
            @ModelAttribute FilingForm form, Model model, HttpServletResponse response, RedirectAttributes next) {
        Actor actor = actors.get();
        try {
            declarations.declareFor(String.valueOf(form.username()), form.filing(), actor);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(
                    "page", views.pairs(null, actor, form, FilingForm.problems(invalid, words), Map.of(), null, null));
            return "conflict/pairs";
        }
        next.addFlashAttribute("toast", words.say("conflict.filed"));
        return PAIRS;
    }

    @PostMapping("/relatives/{id}/end")
    String end(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String endedOn,
            @RequestParam(required = false) @Nullable String reason,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Actor actor = actors.get();
        try {
            declarations.end(id, FilingForm.day("endedOn", endedOn), reason, actor);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute(
                    "page",
                    views.pairs(
                            null, actor, FilingForm.BLANK, Map.of(), FilingForm.problems(invalid, words), id, reason));
            return "conflict/pairs";
        }
        next.addFlashAttribute("toast", words.say("conflict.endedNow"));
        return PAIRS;
    }

    @GetMapping("/tasks/{task}/relative")
    String fromTask(@PathVariable String task, Locale locale, Model model) {
        return fromTask(desk.open(task, actors.get()), null, null, Map.of(), locale, model);
    }

    @PostMapping("/tasks/{task}/relative")
    String handOn(
            @PathVariable String task,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String relation,
            Locale locale,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Actor actor = actors.get();
        WorkItem item = desk.open(task, actor);
        try {
            declarations.declareFromTask(task, id(person), FilingForm.kinship(relation), actor);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return fromTask(item, person, relation, FilingForm.problems(invalid, words), locale, model);
        }
        next.addFlashAttribute("toast", words.say("conflict.filed.handedOn"));
        return "redirect:/tasks";
    }

    private String fromTask(
            WorkItem item,
            @Nullable String person,
            @Nullable String relation,
            Map<String, String> problems,
            Locale locale,
            Model model) {
        model.addAttribute(
                "page",
                new TaskRelativePage(
                        item.taskId(),
                        models.taskName(item.processDefinitionId(), item.taskKey(), locale),
                        item.number(),
                        declarations.residents(item),
                        person,
                        relation,
                        FilingForm.kinships(),
                        problems));
        return "conflict/task";
    }

    private static @Nullable Long id(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException madeUp) {
            return null;
        }
    }
}
