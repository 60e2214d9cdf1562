package org.jiuzhu.household.web;

import java.time.LocalDate;
import java.util.Map;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.jiuzhu.household.HiddenField;
import org.jiuzhu.household.People;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
class PeopleController {

    private final PeopleViews views;
    private final People people;
    private final PersonViews person;
    private final AuditLog audit;
    private final CurrentActor actors;

    PeopleController(PeopleViews views, People people, PersonViews person, AuditLog audit, CurrentActor actors) {
        this.views = views;
        this.people = people;
        this.person = person;
        this.audit = audit;
        this.actors = actors;
    }

    @GetMapping("/people")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Model model) {
        model.addAttribute("page", views.list(q.strip(), PageKey.of(after)));
        return fragment == null ? "household/people" : "household/people :: found";
    }

    @GetMapping("/people/{id}")
    String person(@PathVariable long id, Model model) {
        model.addAttribute("page", person.page(id, actors.get()));
        read(id, "page");
        return "household/person";
    }

    /** Everything ever said about somebody, and how it stood on a day. */
    @GetMapping("/people/{id}/fields")
    String fields(
            @PathVariable long id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Model model) {
        model.addAttribute("page", person.history(id, on));
        read(id, "fields");
        return "household/fields";
    }

    private void read(long id, String what) {
        audit.record(AuditKind.SENSITIVE_READ, actors.get(), "person", String.valueOf(id), what);
    }

    @PostMapping("/people/{id}/reveal")
    @ResponseBody
    Map<String, String> reveal(@PathVariable long id, @RequestParam HiddenField field) {
        return Map.of("value", people.reveal(id, field, actors.get()));
    }
}
