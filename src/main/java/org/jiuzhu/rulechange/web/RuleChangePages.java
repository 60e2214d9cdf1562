package org.jiuzhu.rulechange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.rulechange.NewRuleChange;
import org.jiuzhu.rulechange.RuleChange;
import org.jiuzhu.rulechange.RuleChange.State;
import org.jiuzhu.rulechange.RuleChanges;
import org.jiuzhu.rulechange.RulePreviews;
import org.jiuzhu.rulechange.RulePreviews.Look;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 调整规则: choose what to change, see what it would do, order it for a day to come, follow it or take it back. */
@Controller
@RequestMapping("/rules/changes")
class RuleChangePages {

    private final RuleChanges changes;
    private final RulePreviews previews;
    private final RuleChangeView view;
    private final CurrentActor actors;
    private final Words words;

    RuleChangePages(RuleChanges changes, RulePreviews previews, RuleChangeView view, CurrentActor actors, Words words) {
        this.changes = changes;
        this.previews = previews;
        this.view = view;
        this.actors = actors;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(required = false) @Nullable Long before, Model model) {
        model.addAttribute("page", view.list(before == null ? Long.MAX_VALUE : before, actors.get()));
        return "rulechange/list";
    }

    @GetMapping("/new")
    String edit(@RequestParam Map<String, String> typed, Model model) {
        return edit(new RuleChangeForm(typed), Map.of(), model);
    }

    private String edit(RuleChangeForm form, Map<String, String> problems, Model model) {
        model.addAttribute("page", view.edit(form, actors.get()));
        model.addAttribute("problems", problems);
        return "rulechange/edit";
    }

    /** Nothing is ordered: the address alone says what is looked at. Asked again, it goes on looking. */
    @GetMapping("/preview")
    String preview(
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "0") long after,
            Model model,
            HttpServletResponse response) {
        RuleChangeForm form = new RuleChangeForm(typed);
        changes.districtOf(actors.get());
        try {
            return preview(form, after, Map.of(), model);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return edit(form, words.byField(invalid), model);
        }
    }

    private String preview(RuleChangeForm form, long after, Map<String, String> problems, Model model) {
        Actor actor = actors.get();
        NewRuleChange asked = form.asked(changes.rows(form.kind(), form.profile()));
        model.addAttribute("page", view.preview(form, asked, previews.look(asked, actor), after, actor));
        model.addAttribute("problems", problems);
        return "rulechange/preview";
    }

    @PostMapping
    String order(
            @RequestParam Map<String, String> typed,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        RuleChangeForm form = new RuleChangeForm(typed);
        Actor actor = actors.get();
        changes.districtOf(actor);
        try {
            NewRuleChange asked = form.asked(changes.rows(form.kind(), form.profile()));
            RuleChange change = changes.order(asked, actor);
            next.addFlashAttribute("toast", words.say("rulechange.ordered", change.number()));
            return "redirect:/rules/changes/" + change.number();
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            Map<String, String> problems = words.byField(invalid);
            return problems.keySet().equals(Set.of("reason"))
                    ? preview(form, 0, problems, model)
                    : edit(form, problems, model);
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.CONFLICT) {
                throw refused;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            String said = words.say(refused.messageKey(), refused.args().toArray());
            return preview(form, 0, Map.of("order", said), model);
        }
    }

    @GetMapping("/{number}")
    String change(@PathVariable String number, @RequestParam(defaultValue = "0") long after, Model model) {
        Actor actor = actors.get();
        RuleChange change = changes.get(number, actor);
        model.addAttribute("page", view.change(change, look(change, actor), after, actor));
        return "rulechange/change";
    }

    private @Nullable Look look(RuleChange change, Actor actor) {
        if (change.state() != State.PLANNED) {
            return null;
        }
        try {
            return previews.look(changes.asked(change), actor);
        } catch (InvalidInput noLonger) {
            return null;
        }
    }

    @PostMapping("/{number}/cancel")
    String cancel(@PathVariable String number, RedirectAttributes next) {
        changes.cancel(number, actors.get());
        next.addFlashAttribute("toast", words.say("rulechange.cancelled", number));
        return "redirect:/rules/changes/" + number;
    }
}
