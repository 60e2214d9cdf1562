package org.jiuzhu.household.web;

import java.util.Map;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.household.HiddenField;
import org.jiuzhu.household.Households;
import org.jiuzhu.household.People;
import org.jspecify.annotations.Nullable;
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
    private final Households households;
    private final CurrentActor actors;

    PeopleController(PeopleViews views, People people, Households households, CurrentActor actors) {
        this.views = views;
        this.people = people;
        this.households = households;
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
        model.addAttribute("page", views.person(id, actors.get()));
        return "household/person";
    }

    /** A household is shown on the page of its head. */
    @GetMapping("/households/{id}")
    String household(@PathVariable long id) {
        return "redirect:/people/" + households.get(id).headPersonId();
    }

    @PostMapping("/people/{id}/reveal")
    @ResponseBody
    Map<String, String> reveal(@PathVariable long id, @RequestParam HiddenField field) {
        return Map.of("value", people.reveal(id, field, actors.get()));
    }
}
