package org.jiuzhu.lead.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.lead.LeadChecks;
import org.jiuzhu.lead.LeadReader;
import org.jiuzhu.lead.LeadSource;
import org.jiuzhu.lead.NewLead;
import org.jiuzhu.lead.PublicDoor;
import org.jiuzhu.lead.Safety;
import org.jiuzhu.lead.Said;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The door for everybody: no login, no name needed, no script, nothing personal in an address. An ID number is not asked
 * for, because whoever verifies can see the card (PIPL 6).
 */
@Controller
@RequestMapping("/report")
class PublicPages {

    private static final Map<String, Integer> LONGEST = Map.of(
            "story",
            2000,
            "personName",
            100,
            "phone",
            20,
            "road",
            100,
            "room",
            100,
            "reporterName",
            100,
            "reporterPhone",
            20);

    private final PublicDoor door;
    private final LeadChecks checks;
    private final Network network;
    private final DueWords due;
    private final Words words;

    PublicPages(PublicDoor door, LeadChecks checks, Network network, DueWords due, Words words) {
        this.door = door;
        this.checks = checks;
        this.network = network;
        this.due = due;
        this.words = words;
    }

    /** @param points by street */
    record Form(
            String ticket,
            Map<String, String> values,
            Map<String, String> problems,
            Map<OrgUnit, List<OrgUnit>> points) {}

    record Asked(String number, @Nullable String problem, @Nullable Answer answer) {}

    record Answer(String number, String state, String received) {}

    @GetMapping
    String form(Model model) {
        return show(Map.of(), Map.of(), model);
    }

    @PostMapping
    String report(
            @RequestParam Map<String, String> values,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<String> reference = door.reference(values.get("ticket"));
        if (!values.getOrDefault("website", "").isBlank()) {
            problems.put("website", words.say("lead.public.trap"));
        }
        NewLead lead = lead(values, reference.orElse(null));
        check(values, lead, problems);
        if (problems.isEmpty() && reference.isEmpty()) {
            problems.put("submit", words.say("lead.public.again"));
        }
        if (problems.isEmpty()) {
            try {
                model.addAttribute("page", door.report(lead, request.getRemoteAddr()));
                return "lead/public-done";
            } catch (Refusal tooMany) {
                problems.put("submit", words.say(tooMany.messageKey()));
                response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                return show(values, problems, model);
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return show(values, problems, model);
    }

    @GetMapping("/state")
    String ask(Model model) {
        model.addAttribute("page", new Asked("", null, null));
        return "lead/public-state";
    }

    @PostMapping("/state")
    String state(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            Optional<LeadReader.Standing> standing = door.ask(number, code, request.getRemoteAddr());
            if (standing.isEmpty()) {
                response.setStatus(HttpStatus.NOT_FOUND.value());
            }
            model.addAttribute(
                    "page",
                    new Asked(
                            number,
                            standing.isEmpty() ? words.say("lead.public.unknown") : null,
                            standing.map(this::answer).orElse(null)));
        } catch (Refusal tooMany) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            model.addAttribute("page", new Asked(number, words.say(tooMany.messageKey()), null));
        }
        return "lead/public-state";
    }

    /** Not what is known about the household: a neighbour need not hear that it has help. */
    private Answer answer(LeadReader.Standing standing) {
        return new Answer(
                standing.lead().number(),
                words.say("lead.public.state." + standing.lead().state()),
                due.at(standing.lead().receivedAt()));
    }

    private void check(Map<String, String> values, NewLead lead, Map<String, String> problems) {
        if (lead.story() == null) {
            problems.put("story", words.say("lead.public.story"));
        }
        if (!List.of("YES", "NO", "UNKNOWN").contains(values.getOrDefault("danger", ""))) {
            problems.put("danger", words.say("lead.public.danger"));
        }
        LONGEST.forEach((field, longest) -> {
            String text = values.getOrDefault(field, "");
            if (text.codePointCount(0, text.length()) > longest) {
                problems.put(field, words.say("lead.push.tooLong", String.valueOf(longest)));
            }
        });
        for (FieldProblem problem : checks.problems(lead)) {
            problems.putIfAbsent(
                    ReportForm.key(problem.field()),
                    words.say(problem.messageKey(), problem.args().toArray()));
        }
    }

    private static NewLead lead(Map<String, String> values, @Nullable String reference) {
        String danger = values.get("danger");
        return new NewLead(
                "INFORMANT".equals(values.get("who")) ? LeadSource.INFORMANT : LeadSource.RESIDENT,
                reference,
                null,
                null,
                text(values, "story"),
                text(values, "reporterName"),
                text(values, "reporterPhone"),
                new Said(
                        text(values, "personName"),
                        null,
                        text(values, "phone"),
                        text(values, "pointCode"),
                        null,
                        text(values, "road"),
                        text(values, "room")),
                new Safety(
                        "YES".equals(danger) ? Boolean.TRUE : "NO".equals(danger) ? Boolean.FALSE : null,
                        "on".equals(values.get("minor")) ? true : null,
                        null,
                        null),
                null,
                null,
                List.of());
    }

    private static @Nullable String text(Map<String, String> values, String field) {
        String text = values.getOrDefault(field, "").replace("\u0000", "").strip();
        return text.isEmpty() ? null : text;
    }

    private String show(Map<String, String> values, Map<String, String> problems, Model model) {
        String given = values.get("ticket");
        String ticket = given != null && door.reference(given).isPresent() ? given : door.open();
        model.addAttribute("page", new Form(ticket, values, problems, points()));
        return "lead/public";
    }

    private Map<OrgUnit, List<OrgUnit>> points() {
        List<OrgUnit> all = network.all();
        Map<OrgUnit, List<OrgUnit>> points = new LinkedHashMap<>();
        all.stream()
                .filter(unit -> unit.kind() == OrgUnit.Kind.STREET && unit.active())
                .forEach(street -> points.put(street, new ArrayList<>()));
        points.forEach((street, of) -> all.stream()
                .filter(unit -> unit.kind() == OrgUnit.Kind.POINT
                        && unit.active()
                        && street.code().equals(unit.parentCode()))
                .forEach(of::add));
        return points;
    }
}
