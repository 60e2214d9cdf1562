package org.jiuzhu.application.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.application.Application;
import org.jiuzhu.application.ApplicationResults;
import org.jiuzhu.application.ApplicationResults.Receipt;
import org.jiuzhu.application.ApplicationResults.Standing;
import org.jiuzhu.application.ApplicationWords;
import org.jiuzhu.application.Applications;
import org.jiuzhu.application.Result;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Dates;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.FormAnswers;
import org.jiuzhu.workflow.form.FormLocalizer;
import org.jiuzhu.workflow.form.FormRules;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.RequestContextUtils;

/** One application, and the page where the station enters the letter with its result. */
@Controller
@RequestMapping("/applications")
class ApplicationPages {

    private final Applications applications;
    private final ApplicationResults results;
    private final ApplicationWords say;
    private final ApplicationView view;
    private final ResultForm form;
    private final FormRules rules;
    private final FormLocalizer localizer;
    private final Dates dates;
    private final CurrentActor actors;
    private final Words words;

    ApplicationPages(
            Applications applications,
            ApplicationResults results,
            ApplicationWords say,
            ApplicationView view,
            ResultForm form,
            FormRules rules,
            FormLocalizer localizer,
            Dates dates,
            CurrentActor actors,
            Words words) {
        this.applications = applications;
        this.results = results;
        this.say = say;
        this.view = view;
        this.form = form;
        this.rules = rules;
        this.localizer = localizer;
        this.dates = dates;
        this.actors = actors;
        this.words = words;
    }

    record ResultPage(String number, String title, String schemaUrl, String submitUrl, String backUrl) {}

    record Opened(JsonNode schema, JsonNode data, JsonNode draft) {}

    record Done(String location) {}

    @GetMapping("/{number}")
    String read(@PathVariable String number, Model model) {
        model.addAttribute("page", view.of(applications.byNumber(number), mayEnter()));
        return "application/application";
    }

    @GetMapping("/{number}/result")
    String result(@PathVariable String number, Model model) {
        Application about = enterable(number);
        String home = "/applications/" + number;
        model.addAttribute(
                "page", new ResultPage(number, say.policy(about), home + "/result/form", home + "/result", home));
        return "application/result";
    }

    @GetMapping(path = "/{number}/result/form", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Opened form(@PathVariable String number, Locale language) {
        return new Opened(
                localizer.form(form.schema(), language),
                localizer.data(data(enterable(number)), language),
                NullNode.instance);
    }

    @PostMapping(
            path = "/{number}/result",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Done enter(
            @PathVariable String number,
            @RequestBody Map<String, Object> given,
            HttpServletRequest request,
            HttpServletResponse response) {
        FormAnswers answers = rules.check(form.schema(), given, data(enterable(number)));
        Result result = new Result(
                answers.choice("result", Result.Kind.class),
                dates.past(answers::date, "decidedOn"),
                answers.text("reference").strip(),
                answers.optionalText("resultNote"));
        Receipt receipt = results.enter(number, result, actors.get());
        String location = "/applications/" + number;
        String saved =
                receipt.standing() == Standing.LATE ? "application.result.savedLate" : "application.result.saved";
        RequestContextUtils.getOutputFlashMap(request).put("toast", words.say(saved, number));
        RequestContextUtils.saveOutputFlashMap(location, request, response);
        return new Done(location);
    }

    private Map<String, Object> data(Application about) {
        return Map.of("submissionText", say.submission(about));
    }

    private Application enterable(String number) {
        if (!mayEnter()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "application.result.notYours");
        }
        return applications.byNumber(number);
    }

    private boolean mayEnter() {
        Actor actor = actors.get();
        return actor.mayAct() && (actor.has("stationConsultant") || actor.has("stationLead"));
    }
}
