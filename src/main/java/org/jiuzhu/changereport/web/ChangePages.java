package org.jiuzhu.changereport.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.changereport.Answered;
import org.jiuzhu.changereport.ChangeDesk;
import org.jiuzhu.changereport.ChangeIntake;
import org.jiuzhu.changereport.ChangeReport;
import org.jiuzhu.changereport.NewChangeReport;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonCard;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody reports a change, and reads what became of it. */
@Controller
@RequestMapping("/changes")
class ChangePages {

    private final ChangeIntake intake;
    private final ChangeDesk desk;
    private final ChangeForm form;
    private final ChangeView view;
    private final People people;
    private final CurrentActor actors;
    private final AuditLog audit;
    private final Words words;

    ChangePages(
            ChangeIntake intake,
            ChangeDesk desk,
            ChangeForm form,
            ChangeView view,
            People people,
            CurrentActor actors,
            AuditLog audit,
            Words words) {
        this.intake = intake;
        this.desk = desk;
        this.form = form;
        this.view = view;
        this.people = people;
        this.actors = actors;
        this.audit = audit;
        this.words = words;
    }

    @GetMapping("/new")
    String report(@RequestParam(required = false) @Nullable Long personId, Model model) {
        Actor actor = Reporters.check(actors.get());
        Person about = personId == null || !Reporters.seesTheRegister(actor) ? null : people.get(personId);
        model.addAttribute("form", form.page(about, new Typed(new LinkedMultiValueMap<>()), null));
        return "fragments/page-form";
    }

    @PostMapping
    String take(
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Actor by = Reporters.check(actors.get());
        boolean consultant = Reporters.seesTheRegister(by);
        Typed typed = new Typed(posted);
        NewChangeReport told = form.read(typed);
        List<PersonCard> candidates = null;
        if (typed.holds()) {
            try {
                Answered answered = !consultant
                        ? intake.fromOutside(told, by)
                        : typed.yes("asLead") ? intake.asLead(told, by) : intake.fromConsultant(told, by);
                if (!(answered instanceof Answered.Unclear unclear)) {
                    return done(answered, consultant, next);
                }
                candidates = unclear.candidates();
            } catch (InvalidInput invalid) {
                typed.wrong(invalid);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        Person about = consultant && typed.yes("known") && told.personId() != null ? people.get(told.personId()) : null;
        model.addAttribute("form", form.page(about, typed, candidates));
        return "fragments/page-form";
    }

    /** An informant does not learn who is registered: the answer is one and the same. */
    private String done(Answered answered, boolean consultant, RedirectAttributes next) {
        if (!consultant) {
            next.addFlashAttribute("toast", words.say("changereport.thanks"));
            return "redirect:/changes/new";
        }
        if (answered instanceof Answered.Taken taken) {
            next.addFlashAttribute(
                    "toast", words.say(taken.again() ? "changereport.again" : "changereport.taken", taken.number()));
            return "redirect:/changes/" + taken.number();
        }
        if (answered instanceof Answered.AsLead lead) {
            next.addFlashAttribute("toast", words.say("changereport.becameLead", lead.leadNumber()));
        }
        return "redirect:/tasks";
    }

    @GetMapping("/{number}")
    String read(@PathVariable String number, Model model) {
        ChangeReport report =
                desk.find(number).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "changereport.notFound"));
        audit.record(AuditKind.SENSITIVE_READ, actors.get(), "change", number, "page");
        model.addAttribute("page", view.of(report));
        return "changereport/change";
    }
}
