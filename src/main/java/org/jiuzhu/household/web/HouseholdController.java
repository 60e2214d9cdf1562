package org.jiuzhu.household.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.household.Arrivals;
import org.jiuzhu.household.EndReason;
import org.jiuzhu.household.Household;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.Member;
import org.jiuzhu.household.Memberships;
import org.jiuzhu.household.NewPerson;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonDetails;
import org.jiuzhu.household.Provenance;
import org.jiuzhu.household.Relation;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Sex;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.PageForm;
import org.jiuzhu.shared.view.PageForm.Notice;
import org.jiuzhu.shared.view.PageForm.Option;
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

@Controller
@RequestMapping("/households")
class HouseholdController {

    private static final String FORM = "fragments/page-form";

    private final HouseholdViews views;
    private final HouseholdForms forms;
    private final Households households;
    private final Memberships memberships;
    private final Arrivals arrivals;
    private final People people;
    private final Choices choices;
    private final CurrentActor actors;
    private final AuditLog audit;
    private final Words words;
    private final Clock clock;

    HouseholdController(
            HouseholdViews views,
            HouseholdForms forms,
            Households households,
            Memberships memberships,
            Arrivals arrivals,
            People people,
            Choices choices,
            CurrentActor actors,
            AuditLog audit,
            Words words,
            Clock clock) {
        this.views = views;
        this.forms = forms;
        this.households = households;
        this.memberships = memberships;
        this.arrivals = arrivals;
        this.people = people;
        this.choices = choices;
        this.actors = actors;
        this.audit = audit;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/{id}")
    String read(@PathVariable long id, Model model) {
        model.addAttribute("page", views.page(households.get(id), actors.get()));
        audit.record(AuditKind.SENSITIVE_READ, actors.get(), "household", String.valueOf(id), "page");
        return "household/household";
    }

    @GetMapping("/new")
    String newHousehold(@RequestParam(required = false) @Nullable Long person, Model model) {
        Typed typed = fresh();
        return show(forms.newHousehold(choices.editor(), person == null ? null : people.get(person), typed), model);
    }

    @PostMapping("/new")
    String found(
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Actor by = choices.editor();
        Typed typed = new Typed(posted);
        Long person = typed.id("person");
        String committee = Objects.requireNonNullElse(typed.text("pointCode"), "");
        if (typed.text("pointCode") == null) {
            typed.wrong("pointCode", "person.required");
        } else if (choices.committees(by).stream().noneMatch(own -> own.value().equals(committee))) {
            typed.wrong("pointCode", "person.choice");
        }
        NewPerson head = person == null ? read(typed, committee) : null;
        if (person == null && typed.text("idNumber") == null && !typed.yes("withoutId")) {
            typed.wrong("idNumber", "household.noId");
        }
        Provenance from = person == null ? PersonForm.provenance(typed, today()) : null;
        if (typed.holds()) {
            try {
                Household home = head == null || from == null
                        ? arrivals.found(
                                Objects.requireNonNull(person), committee, typed.text("road"), typed.text("room"))
                        : arrivals.found(head, typed.text("road"), typed.text("room"), from, by);
                next.addFlashAttribute("toast", words.say("household.form.new.done", home.number()));
                return "redirect:/households/" + home.id();
            } catch (InvalidInput invalid) {
                typed.wrong(invalid);
            } catch (Refusal refusal) {
                asProblem(refusal, typed);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(forms.newHousehold(by, person == null ? null : people.get(person), typed), model);
    }

    @GetMapping("/{id}/members/new")
    String newMember(@PathVariable long id, Model model) {
        choices.editor();
        return show(forms.newMember(households.get(id), fresh(), null), model);
    }

    @PostMapping("/{id}/members/new")
    String join(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Actor by = choices.editor();
        Household home = households.get(id);
        Typed typed = new Typed(posted);
        Relation relation = typed.requiredCode("relation", Relation.class, Relation.OTHER);
        if (typed.text("livesTogether") == null) {
            typed.wrong("livesTogether", "person.required");
        }
        if (typed.text("idNumber") == null && !typed.yes("withoutId")) {
            typed.wrong("idNumber", "household.noId");
        }
        NewPerson member = read(typed, home.place().orgCode());
        Provenance from = PersonForm.provenance(typed, today());
        Notice notice = null;
        if (typed.holds()) {
            try {
                arrivals.join(id, member, relation, typed.yes("livesTogether"), typed.yes("move"), from, by);
                next.addFlashAttribute("toast", words.say("household.form.member.done"));
                return "redirect:/households/" + id;
            } catch (InvalidInput invalid) {
                typed.wrong(invalid);
            } catch (Refusal refusal) {
                notice = elsewhere(refusal);
                if (notice == null) {
                    asProblem(refusal, typed);
                }
            }
        }
        response.setStatus(notice == null ? HttpStatus.UNPROCESSABLE_ENTITY.value() : HttpStatus.CONFLICT.value());
        return show(forms.newMember(home, typed, notice), model);
    }

    @GetMapping("/{id}/members/{person}/end")
    String leave(@PathVariable long id, @PathVariable long person, Model model) {
        choices.editor();
        return show(forms.end(households.get(id), people.get(person), others(id, person), fresh()), model);
    }

    @PostMapping("/{id}/members/{person}/end")
    String end(
            @PathVariable long id,
            @PathVariable long person,
            @RequestParam MultiValueMap<String, String> posted,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Actor by = choices.editor();
        Typed typed = new Typed(posted);
        EndReason reason = typed.requiredCode("reason", EndReason.class, EndReason.OTHER);
        if (reason == EndReason.DIED) {
            typed.wrong("reason", "household.form.end.diedIsReported");
        }
        LocalDate on = typed.requiredDate("on", today());
        if (typed.holds()) {
            try {
                memberships.end(id, person, on, reason, typed.id("newHead"), by);
                next.addFlashAttribute("toast", words.say("household.form.end.done"));
                return "redirect:/households/" + id;
            } catch (InvalidInput invalid) {
                typed.wrong(invalid);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(forms.end(households.get(id), people.get(person), others(id, person), typed), model);
    }

    /** The way to move whoever is in another household, where the editor sees that one. */
    private @Nullable Notice elsewhere(Refusal refusal) {
        return switch (refusal.messageKey()) {
            case "household.memberElsewhere" ->
                new Notice(
                        words.say(refusal.messageKey(), refusal.args().toArray()),
                        List.of(),
                        new Option("move", words.say("household.form.move")));
            case "household.memberElsewhere.hidden" -> new Notice(words.say(refusal.messageKey()), List.of(), null);
            default -> null;
        };
    }

    private static void asProblem(Refusal refusal, Typed typed) {
        if (!refusal.messageKey().equals("person.idNumber.known")) {
            throw refusal;
        }
        typed.wrong(new InvalidInput(FieldProblem.of("idNumber", "household.idKnownElsewhere")));
    }

    private static NewPerson read(Typed typed, String committee) {
        return new NewPerson(
                committee,
                Objects.requireNonNullElse(typed.text("name"), ""),
                typed.text("idNumber"),
                typed.text("phone"),
                typed.code("sex", Sex.class),
                typed.date("birthDate"),
                PersonDetails.UNKNOWN);
    }

    private List<Member> others(long id, long person) {
        return households.members(id).stream()
                .filter(member -> member.person().id() != person)
                .toList();
    }

    private Typed fresh() {
        MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
        values.add("asOf", today().toString());
        values.add("on", today().toString());
        values.add("source", "CONSULTANT_VISIT");
        values.add("livesTogether", "YES");
        return new Typed(values);
    }

    private static String show(PageForm form, Model model) {
        model.addAttribute("form", form);
        return FORM;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
