package org.jiuzhu.worklist.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.PageAction;
import org.jiuzhu.workflow.PageActions;
import org.jiuzhu.workflow.form.FormLocalizer;
import org.jiuzhu.workflow.form.FormRules;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Something happened: one page for every action that is no task, its form and its verb. */
@Controller
@RequestMapping("/actions/{key}/{id:\\d+}")
class ActionController {

    private final PageActions actions;
    private final FormRules rules;
    private final FormLocalizer localizer;
    private final CurrentActor currentActor;
    private final TransactionTemplate transaction;
    private final Words words;

    ActionController(
            PageActions actions,
            FormRules rules,
            FormLocalizer localizer,
            CurrentActor currentActor,
            TransactionTemplate transaction,
            Words words) {
        this.actions = actions;
        this.rules = rules;
        this.localizer = localizer;
        this.currentActor = currentActor;
        this.transaction = transaction;
        this.words = words;
    }

    record ActionPage(String title, String intro, String formUrl, String submitUrl, String back) {}

    record Opened(JsonNode schema, JsonNode data, JsonNode draft) {}

    /** @param location the page to go on with */
    record Done(String location) {}

    @GetMapping
    String page(@PathVariable String key, @PathVariable long id, Model model) {
        PageAction action = actions.of(key, id, currentActor.get());
        String here = "/actions/" + key + "/" + id;
        model.addAttribute(
                "page",
                new ActionPage(
                        words.say("action." + key),
                        words.say("action." + key + ".intro"),
                        here + "/form",
                        here,
                        back(action, id)));
        return "worklist/action";
    }

    @GetMapping(path = "/form", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Opened form(@PathVariable String key, @PathVariable long id, Locale language) {
        Actor actor = currentActor.get();
        PageAction action = actions.of(key, id, actor);
        Map<String, Object> data = transaction.execute(status -> action.data(id, actor));
        return new Opened(
                localizer.form(actions.form(action), language), localizer.data(data, language), NullNode.instance);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Done perform(
            @PathVariable String key,
            @PathVariable long id,
            @RequestBody Map<String, Object> given,
            HttpServletRequest request,
            HttpServletResponse response) {
        Actor actor = currentActor.get();
        PageAction action = actions.of(key, id, actor);
        Map<String, Object> data = transaction.execute(status -> action.data(id, actor));
        transaction.executeWithoutResult(
                status -> action.perform(id, rules.check(actions.form(action), given, data), actor));
        String location = back(action, id);
        RequestContextUtils.getOutputFlashMap(request)
                .put("toast", words.say("action.done", words.say("action." + key)));
        RequestContextUtils.saveOutputFlashMap(location, request, response);
        return new Done(location);
    }

    private static String back(PageAction action, long id) {
        return action.about() == PageAction.About.CASE ? "/cases/" + id : "/households/" + id;
    }
}
