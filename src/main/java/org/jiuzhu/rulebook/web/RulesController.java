package org.jiuzhu.rulebook.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jiuzhu.access.CurrentActor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rules are public knowledge: everybody who has logged in may read those of every place. */
@Controller
@RequestMapping("/rules")
class RulesController {

    private static final Set<String> CHANGERS = Set.of("districtSupervisor", "modeler", "administrator");

    private final RulesView rules;
    private final CompareView comparison;
    private final CurrentActor actors;
    private final Clock clock;

    RulesController(RulesView rules, CompareView comparison, CurrentActor actors, Clock clock) {
        this.rules = rules;
        this.comparison = comparison;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping
    String rules(
            @RequestParam(required = false) @Nullable String org,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate on,
            Model model) {
        String unit = org == null || org.isBlank() ? actors.get().orgCode() : org;
        model.addAttribute("page", rules.page(unit, on == null ? LocalDate.now(clock) : on));
        model.addAttribute("mayChange", actors.get().roles().stream().anyMatch(CHANGERS::contains));
        return "rulebook/rules";
    }

    @GetMapping("/compare")
    String compare(@RequestParam(defaultValue = "false") boolean all, Model model) {
        model.addAttribute("page", comparison.page(all));
        return "rulebook/compare";
    }
}
