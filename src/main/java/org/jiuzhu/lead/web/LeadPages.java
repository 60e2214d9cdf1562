package org.jiuzhu.lead.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.lead.LeadChecks;
import org.jiuzhu.lead.LeadIntake;
import org.jiuzhu.lead.LeadList;
import org.jiuzhu.lead.LeadReader;
import org.jiuzhu.lead.LeadReceipt;
import org.jiuzhu.lead.NewLead;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.workflow.form.FormLocalizer;
import org.jiuzhu.workflow.form.FormRules;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.support.RequestContextUtils;

/** A consultant registers a finding, and reads what became of it. */
@Controller
@RequestMapping("/leads")
class LeadPages {

    private final ReportForm form;
    private final FormRules rules;
    private final FormLocalizer localizer;
    private final LeadChecks checks;
    private final LeadIntake intake;
    private final LeadReader reader;
    private final LeadView view;
    private final LeadListView lists;
    private final CurrentActor actors;
    private final AuditLog audit;
    private final Words words;

    LeadPages(
            ReportForm form,
            FormRules rules,
            FormLocalizer localizer,
            LeadChecks checks,
            LeadIntake intake,
            LeadReader reader,
            LeadView view,
            LeadListView lists,
            CurrentActor actors,
            AuditLog audit,
            Words words) {
        this.form = form;
        this.rules = rules;
        this.localizer = localizer;
        this.checks = checks;
        this.intake = intake;
        this.reader = reader;
        this.view = view;
        this.lists = lists;
        this.actors = actors;
        this.audit = audit;
        this.words = words;
    }

    record ReportLeadPage(String schemaUrl, String submitUrl) {}

    record Opened(JsonNode schema, JsonNode data, JsonNode draft) {}

    record Done(String location) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "IN_HAND") LeadList.Which which,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "false") boolean owed,
            @RequestParam(required = false) @Nullable Long after,
            Model model) {
        model.addAttribute(
                "page",
                lists.page(
                        new LeadList.Filter(which, Reporting.known(source).orElse(null), owed), after, actors.get()));
        return "lead/list";
    }

    @GetMapping("/new")
    String report(Model model) {
        reporter();
        model.addAttribute("page", new ReportLeadPage("/leads/new/form", "/leads"));
        return "lead/report";
    }

    @GetMapping(path = "/new/form", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Opened form(Locale language) {
        return new Opened(
                localizer.form(form.schema(), language),
                localizer.data(form.data(reporter()), language),
                NullNode.instance);
    }

    /** Where the new lead can be seen, or the work list where it went to somebody else. */
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Done register(@RequestBody Map<String, Object> given, HttpServletRequest request, HttpServletResponse response) {
        Actor actor = reporter();
        NewLead lead = form.lead(rules.check(form.schema(), given, form.data(actor)), actor);
        List<FieldProblem> problems = checks.problems(lead);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems.stream()
                    .map(problem ->
                            new FieldProblem(ReportForm.key(problem.field()), problem.messageKey(), problem.args()))
                    .toList());
        }
        LeadReceipt receipt = intake.receive(lead, actor);
        String location = reader.find(receipt.number()).isPresent() ? "/leads/" + receipt.number() : "/tasks";
        RequestContextUtils.getOutputFlashMap(request).put("toast", words.say("lead.registered", receipt.number()));
        RequestContextUtils.saveOutputFlashMap(location, request, response);
        return new Done(location);
    }

    @GetMapping("/{number:XS-.*}")
    String read(@PathVariable String number, Model model) {
        LeadReader.Standing standing =
                reader.find(number).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "lead.notFound"));
        audit.record(AuditKind.SENSITIVE_READ, actors.get(), "lead", number, "page");
        model.addAttribute("page", view.of(standing));
        return "lead/lead";
    }

    private Actor reporter() {
        Actor actor = actors.get();
        if (!Reporting.mayReport(actor)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "lead.mayNotReport");
        }
        return actor;
    }
}
