package org.jiuzhu.household.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jiuzhu.household.FieldValue;
import org.jiuzhu.household.FieldWords;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.household.PersonField;
import org.jiuzhu.household.PersonRevisions;
import org.jiuzhu.household.PersonRevisions.Revision;
import org.jiuzhu.household.Provenance;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.FormFields;
import org.jiuzhu.shared.view.PageForm;
import org.jiuzhu.shared.view.PageForm.Notice;
import org.jiuzhu.shared.view.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes what is known about somebody; who comes second is told what the first changed, and loses nothing typed. */
@Controller
class PersonEditController {

    private static final String FORM = "fragments/page-form";

    private final People people;
    private final PersonRevisions revisions;
    private final PersonForm form;
    private final Choices choices;
    private final FieldWords fields;
    private final Words words;
    private final Clock clock;

    PersonEditController(
            People people,
            PersonRevisions revisions,
            PersonForm form,
            Choices choices,
            FieldWords fields,
            Words words,
            Clock clock) {
        this.people = people;
        this.revisions = revisions;
        this.form = form;
        this.choices = choices;
        this.fields = fields;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/people/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        choices.editor();
        Person person = people.get(id);
        model.addAttribute("form", page(person, form.fields(person, form.known(person, today()), null), null));
        return FORM;
    }

    @PostMapping("/people/{id}/edit")
    String save(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        Actor by = choices.editor();
        Person person = people.get(id);
        Typed typed = new Typed(posted);
        NewPerson told = form.read(person, typed);
        Provenance from = PersonForm.provenance(typed, today());
        int version = Objects.requireNonNullElse(typed.number("version"), person.version());
        Notice notice = null;
        if (typed.holds()) {
            try {
                Revision revision = revisions.revise(id, version, told, from, typed.yes("confirmed"), by);
                next.addFlashAttribute("toast", toast(revision));
                return "redirect:/people/" + id;
            } catch (InvalidInput invalid) {
                typed.wrong(invalid);
            } catch (Refusal refusal) {
                if (refusal.messageKey().equals("person.changedMeanwhile")) {
                    person = people.get(id);
                    notice = overtaken(id, version);
                } else if (refusal.messageKey().equals("person.idNumber.known")) {
                    typed.wrong("idNumber", refusal.messageKey());
                } else {
                    throw refusal;
                }
            }
        }
        response.setStatus(notice == null ? HttpStatus.UNPROCESSABLE_ENTITY.value() : HttpStatus.CONFLICT.value());
        model.addAttribute("form", page(person, form.fields(person, typed.values(), typed), notice));
        return FORM;
    }

    private String toast(Revision revision) {
        if (revision.older().isEmpty()) {
            return words.say("person.form.saved");
        }
        String kept =
                revision.older().stream().map(fields::label).collect(Collectors.joining(words.say("household.comma")));
        return words.say("person.form.savedOlder", kept);
    }

    /** What somebody else changed while this form was open. */
    private Notice overtaken(long id, int version) {
        List<FieldValue> since = revisions.since(id, version);
        List<String> lines = since.stream()
                .map(value -> words.say(
                        "person.form.overtaken.line",
                        fields.label(value.field()),
                        fields.value(value.field(), value.value(), value.asOf()),
                        value.recordedByName()))
                .toList();
        return new Notice(words.say("person.form.overtaken"), lines, null);
    }

    private PageForm page(Person person, FormFields fields, @Nullable Notice notice) {
        return new PageForm(
                "people",
                words.say("person.form.title", person.name()),
                words.say("person.form.intro"),
                notice,
                "/people/" + person.id() + "/edit",
                Map.of("version", String.valueOf(person.version())),
                withHints(fields.groups(), person),
                fields.problems(),
                words.say("person.form.save"),
                "/people/" + person.id(),
                person.name());
    }

    /** What is registered stands in part under the numbers' empty fields. */
    private List<PageForm.Group> withHints(List<PageForm.Group> groups, Person person) {
        Map<String, @Nullable String> registered = new java.util.HashMap<>();
        registered.put("idNumber", person.idNumber());
        registered.put("phone", person.phone());
        registered.put("disabilityCertificate", person.details().disabilityCertificate());
        return groups.stream()
                .map(group -> new PageForm.Group(
                        group.title(),
                        group.fields().stream()
                                .map(field -> hinted(field, registered))
                                .toList()))
                .toList();
    }

    private PageForm.Field hinted(PageForm.Field field, Map<String, @Nullable String> registered) {
        String value = registered.get(field.key());
        if (value == null) {
            return field;
        }
        PersonField of =
                switch (field.key()) {
                    case "idNumber" -> PersonField.ID_NUMBER;
                    case "phone" -> PersonField.PHONE;
                    default -> PersonField.DISABILITY_CERTIFICATE;
                };
        return new PageForm.Field(
                field.key(),
                field.kind(),
                field.label(),
                words.say("person.form.keeps", fields.value(of, value, today())),
                field.optional(),
                field.values(),
                field.options(),
                field.problem());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
