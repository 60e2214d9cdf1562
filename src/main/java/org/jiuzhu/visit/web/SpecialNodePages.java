package org.jiuzhu.visit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.visit.SpecialNodes;
import org.jiuzhu.visit.web.SpecialNodesPage.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 特殊节点: everybody of a district reads its calendar, the district keeps it. */
@Controller
@RequestMapping("/visits/nodes")
class SpecialNodePages {

    private static final String LIST = "redirect:/visits/nodes";

    private final SpecialNodes nodes;
    private final SpecialNodeViews views;
    private final Network network;
    private final CurrentActor actors;
    private final Words words;

    SpecialNodePages(SpecialNodes nodes, SpecialNodeViews views, Network network, CurrentActor actors, Words words) {
        this.nodes = nodes;
        this.views = views;
        this.network = network;
        this.actors = actors;
        this.words = words;
    }

    @GetMapping
    String list(Form form, Model model) {
        return page(form, Map.of(), model);
    }

    @PostMapping
    String add(Form form, Model model, HttpServletResponse response, RedirectAttributes next) {
        Actor actor = actors.get();
        try {
            nodes.add(
                    district(actor), new SpecialNodes.NewNode(form.name(), day(form.first()), day(form.last())), actor);
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(form, words.byField(invalid), model);
        }
        next.addFlashAttribute("toast", words.say("visit.node.added"));
        return LIST;
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable long id, RedirectAttributes next) {
        nodes.remove(id, actors.get());
        next.addFlashAttribute("toast", words.say("visit.node.takenBack"));
        return LIST;
    }

    private String page(Form form, Map<String, String> problems, Model model) {
        Actor actor = actors.get();
        model.addAttribute("page", views.page(district(actor), actor, form, problems));
        return "visit/nodes";
    }

    private String district(Actor actor) {
        String own = actor.orgCode();
        if (own == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "visit.node.noDistrict");
        }
        return network.unit(own).kind() == OrgUnit.Kind.DISTRICT
                ? own
                : network.place(own).districtCode();
    }

    /** What is no date counts as missing. */
    private static @Nullable LocalDate day(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
