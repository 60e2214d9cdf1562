package org.jiuzhu.servicerecord.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.household.People;
import org.jiuzhu.household.PersonCard;
import org.jiuzhu.household.PersonWords;
import org.jiuzhu.servicerecord.RecordMoves;
import org.jiuzhu.servicerecord.ServiceRecord;
import org.jiuzhu.shared.InvalidInput;
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

/** Puts a record on the household it belongs to. Names are posted, so that no address carries one. */
@Controller
@RequestMapping("/records/{id}/move")
class RecordMovePages {

    private final RecordMoves moves;
    private final People people;
    private final PersonWords say;
    private final CurrentActor actors;
    private final Words words;

    RecordMovePages(RecordMoves moves, People people, PersonWords say, CurrentActor actors, Words words) {
        this.moves = moves;
        this.people = people;
        this.say = say;
        this.actors = actors;
        this.words = words;
    }

    record Choice(long id, String name, String about, String where) {}

    /**
     * @param q what was looked for; null before anybody looked
     * @param canGoBack whether it was moved before
     */
    record MovePage(
            long id,
            String subject,
            @Nullable String q,
            String reason,
            List<Choice> choices,
            boolean canGoBack,
            Map<String, String> problems) {}

    @GetMapping
    String show(@PathVariable long id, Model model) {
        show(id, null, "", Map.of(), model);
        return "servicerecord/move";
    }

    @PostMapping(params = "find")
    String find(
            @PathVariable long id,
            @RequestParam String q,
            @RequestParam(defaultValue = "") String reason,
            Model model) {
        show(id, q, reason, Map.of(), model);
        return "servicerecord/move";
    }

    @PostMapping(params = "move")
    Object move(
            @PathVariable long id,
            @RequestParam Optional<Long> person,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        if (person.isEmpty()) {
            return refused(id, q, reason, Map.of("person", words.say("servicerecord.move.choose")), model);
        }
        return done(id, q, reason, () -> moves.move(id, person.get(), reason, actors.get()), model, redirect);
    }

    @PostMapping(params = "back")
    Object moveBack(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        return done(id, q, reason, () -> moves.moveBack(id, reason, actors.get()), model, redirect);
    }

    private Object done(long id, String q, String reason, Runnable move, Model model, RedirectAttributes redirect) {
        try {
            move.run();
        } catch (InvalidInput invalid) {
            Map<String, String> problems = new LinkedHashMap<>();
            invalid.problems()
                    .forEach(problem -> problems.put(
                            problem.field(),
                            words.say(problem.messageKey(), problem.args().toArray())));
            return refused(id, q, reason, problems, model);
        }
        redirect.addFlashAttribute("toast", words.say("servicerecord.move.saved"));
        return "redirect:/records/" + id;
    }

    private ModelAndView refused(long id, String q, String reason, Map<String, String> problems, Model model) {
        show(id, q, reason, problems, model);
        return new ModelAndView("servicerecord/move", model.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private void show(long id, @Nullable String q, String reason, Map<String, String> problems, Model model) {
        ServiceRecord record = moves.movable(id, actors.get());
        List<PersonCard> found =
                q == null || q.isBlank() ? List.of() : people.search(q, null).people();
        model.addAttribute(
                "page",
                new MovePage(
                        id,
                        record.sheet().residentName(),
                        q,
                        reason,
                        found.stream().map(this::choice).toList(),
                        !moves.of(record.number()).isEmpty(),
                        problems));
    }

    private Choice choice(PersonCard card) {
        return new Choice(card.id(), card.name(), say.apart(card), card.pointName() + " " + card.address());
    }
}
