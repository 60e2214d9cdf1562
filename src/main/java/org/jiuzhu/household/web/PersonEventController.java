package org.jiuzhu.household.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jiuzhu.household.Benefit;
import org.jiuzhu.household.Benefits;
import org.jiuzhu.household.ChangeKind;
import org.jiuzhu.household.ChangeSeverity;
import org.jiuzhu.household.MajorChanges;
import org.jiuzhu.household.NewMajorChange;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.Provenance;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.FormFields;
import org.jiuzhu.shared.view.PageForm;
import org.jiuzhu.shared.view.Typed;
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

/** What happens in somebody's life and is written down at once: a change, a benefit, a benefit's end. */
@Controller
@RequestMapping("/people/{id}")
class PersonEventController {

    private final People people;
    private final MajorChanges changes;
    private final Benefits benefits;
    private final Choices choices;
    private final Words words;
    private final Clock clock;

    PersonEventController(
            People people, MajorChanges changes, Benefits benefits, Choices choices, Words words, Clock clock) {
        this.people = people;
        this.changes = changes;
        this.benefits = benefits;
        this.choices = choices;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/changes/new")
    String newChange(@PathVariable long id, Model model) {
        choices.editor();
        return show(change(people.get(id), fresh()), model);
    }

    @PostMapping("/changes/new")
    String recordChange(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Actor by = choices.editor();
        Typed typed = new Typed(posted);
        NewMajorChange change = new NewMajorChange(
                typed.requiredCode("kind", ChangeKind.class, ChangeKind.OTHER),
                typed.requiredDate("happenedOn", today()),
                typed.text("note"),
                typed.requiredCode("severity", ChangeSeverity.class, ChangeSeverity.NOTABLE),
                typed.yes("alert"),
                null);
        if (typed.holds()) {
            try {
                boolean news = changes.record(id, change, by);
                next.addFlashAttribute(
                        "toast", words.say(news ? "person.change.form.done" : "person.change.form.known"));
                return "redirect:/people/" + id;
            } catch (InvalidInput invalid) {
                typed.wrong(invalid);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(change(people.get(id), typed), model);
    }

    @GetMapping("/benefits/new")
    String newBenefit(@PathVariable long id, Model model) {
        choices.editor();
        return show(benefit(people.get(id), fresh()), model);
    }

    @PostMapping("/benefits/new")
    String addBenefit(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Actor by = choices.editor();
        Typed typed = new Typed(posted);
        Benefit.Kind kind = typed.requiredCode("kind", Benefit.Kind.class, Benefit.Kind.OTHER);
        LocalDate from = typed.requiredDate("from", today());
        LocalDate to = typed.date("to");
        Provenance source = PersonForm.provenance(typed, today());
        if (typed.holds()) {
            try {
                benefits.add(id, kind, typed.text("note"), from, to, source, by);
                next.addFlashAttribute("toast", words.say("person.benefit.form.done"));
                return "redirect:/people/" + id;
            } catch (InvalidInput invalid) {
                typed.wrong(invalid);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(benefit(people.get(id), typed), model);
    }

    @GetMapping("/benefits/{benefit}/end")
    String ending(@PathVariable long id, @PathVariable long benefit, Model model) {
        choices.editor();
        return show(end(people.get(id), benefit, fresh()), model);
    }

    @PostMapping("/benefits/{benefit}/end")
    String endBenefit(
            @PathVariable long id,
            @PathVariable long benefit,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        choices.editor();
        Typed typed = new Typed(posted);
        LocalDate on = typed.requiredDate("to", today());
        if (typed.holds()) {
            try {
                benefits.end(id, benefit, on);
                next.addFlashAttribute("toast", words.say("person.benefit.form.ended"));
                return "redirect:/people/" + id;
            } catch (InvalidInput invalid) {
                typed.wrong(invalid);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(end(people.get(id), benefit, typed), model);
    }

    private PageForm change(Person person, Typed typed) {
        FormFields fields = new FormFields(words, "person.change.form", typed.values(), typed.problems());
        fields.group(null)
                .radio("kind", choices.of("person.change", ChangeKind.class))
                .date("happenedOn")
                .radio("severity", choices.of("person.change.severity", ChangeSeverity.class))
                .optionalArea("note")
                .checks("alert", choices.yes());
        return page(person, "person.change.form", "/changes/new", fields);
    }

    private PageForm benefit(Person person, Typed typed) {
        FormFields fields = new FormFields(words, "person.benefit.form", typed.values(), typed.problems());
        fields.group(null)
                .select("kind", choices.of("person.benefit", Benefit.Kind.class))
                .optionalText("note")
                .date("from")
                .optionalDate("to")
                .select("source", choices.sources())
                .date("asOf");
        return page(person, "person.benefit.form", "/benefits/new", fields);
    }

    private PageForm end(Person person, long benefit, Typed typed) {
        FormFields fields = new FormFields(words, "person.benefit.form", typed.values(), typed.problems());
        fields.group(null).date("to");
        return page(person, "person.benefit.form.end", "/benefits/" + benefit + "/end", fields);
    }

    private PageForm page(Person person, String prefix, String action, FormFields fields) {
        return new PageForm(
                "people",
                words.say(prefix + ".title", person.name()),
                null,
                null,
                "/people/" + person.id() + action,
                Map.of(),
                fields.groups(),
                fields.problems(),
                words.say("person.form.save"),
                "/people/" + person.id(),
                person.name());
    }

    private Typed fresh() {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add("asOf", today().toString());
        values.add("source", "SELF_DECLARED");
        return new Typed(values);
    }

    private static String show(PageForm form, Model model) {
        model.addAttribute("form", form);
        return "fragments/page-form";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
