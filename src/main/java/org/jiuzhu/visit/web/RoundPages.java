package org.jiuzhu.visit.web;

import java.util.Set;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.access.Role;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.VisitRounds;
import org.jiuzhu.visit.VisitRounds.Kind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far rounds are, and one by hand: for the district's supervisors and administrators. */
@Controller
@RequestMapping("/visits/rounds")
class RoundPages {

    private static final Set<Role> READERS = Set.of(Role.DISTRICT_SUPERVISOR, Role.ADMINISTRATOR);

    private final RoundsView view;
    private final VisitRounds rounds;
    private final CurrentActor actors;
    private final Words words;

    RoundPages(RoundsView view, VisitRounds rounds, CurrentActor actors, Words words) {
        this.view = view;
        this.rounds = rounds;
        this.actors = actors;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before, Model model) {
        reader();
        model.addAttribute("page", view.page(before));
        return "visit/rounds";
    }

    @PostMapping
    String run(RedirectAttributes next) {
        rounds.request(Kind.HAND, reader());
        next.addFlashAttribute("toast", words.say("visit.round.requested"));
        return "redirect:/visits/rounds";
    }

    private Actor reader() {
        Actor actor = actors.get();
        if (READERS.stream().noneMatch(role -> actor.has(role.id()))) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "visit.round.notFound");
        }
        return actor;
    }
}
