package org.jiuzhu.resource.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.resource.Library;
import org.jiuzhu.resource.LibraryDesk;
import org.jiuzhu.resource.LibraryEntry;
import org.jiuzhu.resource.LibrarySearch;
import org.jiuzhu.resource.PolicyDomain;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The three libraries: everybody reads, a station lead writes for the street. */
@Controller
@RequestMapping("/libraries")
class LibraryController {

    private static final int LONGEST_SEARCH = 60;

    private final LibrarySearch search;
    private final LibraryDesk desk;
    private final LibraryView view;
    private final Network network;
    private final CurrentActor actors;
    private final Words words;
    private final Clock clock;

    LibraryController(
            LibrarySearch search,
            LibraryDesk desk,
            LibraryView view,
            Network network,
            CurrentActor actors,
            Words words,
            Clock clock) {
        this.search = search;
        this.desk = desk;
        this.view = view;
        this.network = network;
        this.actors = actors;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "POLICY") Library library,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable PolicyDomain domain,
            @RequestParam(required = false) @Nullable String street,
            @RequestParam(defaultValue = "false") boolean past,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        Actor actor = actors.get();
        String asked = q.substring(0, Math.min(q.length(), LONGEST_SEARCH));
        String where = street == null ? ownStreet(actor) : street;
        model.addAttribute(
                "page",
                view.list(
                        new LibrarySearch.Query(
                                library, asked, domain, where == null || where.isBlank() ? null : where, past, after),
                        streets(),
                        actor));
        return "resource/libraries";
    }

    @GetMapping("/{code}")
    String entry(@PathVariable String code, Model model) {
        model.addAttribute("page", view.entry(find(code), search.versions(code), actors.get()));
        return "resource/entry";
    }

    @GetMapping("/new")
    ModelAndView create(@RequestParam(defaultValue = "POLICY") Library library) {
        Actor actor = writer();
        return form(
                library,
                null,
                EntryForm.empty(actor.has("districtSupervisor") ? null : actor.orgCode(), today()),
                Map.of());
    }

    @PostMapping("/new")
    ModelAndView add(@RequestParam Library library, EntryForm form, RedirectAttributes flash) {
        Actor actor = writer();
        return answered(library, null, form, () -> {
            String code = desk.add(library, form.draft(library, codes()), actor);
            flash.addFlashAttribute("toast", words.say("resource.added", code));
            return "redirect:/libraries/" + code;
        });
    }

    @GetMapping("/{code}/change")
    ModelAndView change(@PathVariable String code) {
        LibraryEntry newest = newest(code);
        if (!LibraryDesk.mayWriteFor(actors.get(), newest.words().streetCode())) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "resource.mayNotWrite");
        }
        return form(newest.library(), code, EntryForm.of(newest, today()), Map.of());
    }

    @PostMapping("/{code}/change")
    ModelAndView write(@PathVariable String code, EntryForm form, RedirectAttributes flash) {
        Actor actor = writer();
        Library library = newest(code).library();
        return answered(library, code, form, () -> {
            desk.change(code, form.version(), form.draft(library, codes()), actor);
            flash.addFlashAttribute("toast", words.say("resource.changed", code));
            return "redirect:/libraries/" + code;
        });
    }

    /** What does not hold comes back with everything that was typed. */
    private ModelAndView answered(Library library, @Nullable String code, EntryForm form, Supplier<String> work) {
        try {
            return new ModelAndView(work.get());
        } catch (InvalidInput invalid) {
            ModelAndView page = form(library, code, form, words.byField(invalid));
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    private ModelAndView form(Library library, @Nullable String code, EntryForm form, Map<String, String> problems) {
        ModelAndView page = new ModelAndView("resource/edit");
        page.addObject("page", view.edit(library, code, streets(), actors.get()));
        page.addObject("form", form);
        page.addObject("problems", problems);
        return page;
    }

    private Actor writer() {
        Actor actor = actors.get();
        if (!LibraryDesk.mayWrite(actor)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "resource.mayNotWrite");
        }
        return actor;
    }

    private LibraryEntry find(String code) {
        return search.find(code).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "resource.notFound", code));
    }

    private LibraryEntry newest(String code) {
        find(code);
        return search.versions(code).get(0);
    }

    private List<OrgUnit> streets() {
        return network.all().stream()
                .filter(unit -> unit.kind() == OrgUnit.Kind.STREET && unit.active())
                .toList();
    }

    private List<String> codes() {
        return streets().stream().map(OrgUnit::code).toList();
    }

    private static @Nullable String ownStreet(Actor actor) {
        String org = actor.orgCode();
        return org != null && (org.length() == 9 || org.length() == 12) ? org.substring(0, 9) : null;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
