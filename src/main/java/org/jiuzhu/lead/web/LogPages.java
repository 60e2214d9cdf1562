package org.jiuzhu.lead.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.lead.FieldLog;
import org.jiuzhu.lead.FieldLog.Kind;
import org.jiuzhu.lead.FieldLog.NewEntry;
import org.jiuzhu.lead.HotlineHours;
import org.jiuzhu.lead.LeadChecks;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.FieldProblem;
import org.jiuzhu.shared.ProductClock;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The street hotline's log, kept by the station, and the patrols' log, kept by whoever patrols. */
@Controller
@RequestMapping("/leads/log")
class LogPages {

    private static final Set<String> STATION = Set.of("stationConsultant", "stationLead");
    private static final Set<String> PATROLS =
            Set.of("stationConsultant", "stationLead", "pointConsultant", "pointLead");
    private static final int LONGEST_WORDS = 2000;

    private final FieldLog log;
    private final LeadChecks checks;
    private final HotlineHours hours;
    private final Network network;
    private final DueWords due;
    private final Words words;
    private final CurrentActor actors;

    LogPages(
            FieldLog log,
            LeadChecks checks,
            HotlineHours hours,
            Network network,
            DueWords due,
            Words words,
            CurrentActor actors) {
        this.log = log;
        this.checks = checks;
        this.hours = hours;
        this.network = network;
        this.due = due;
        this.words = words;
        this.actors = actors;
    }

    /** @param hours when the hotline is answered; null on the patrols' page */
    record LogPage(
            String path,
            String kind,
            @Nullable String hours,
            List<OrgUnit> points,
            Map<String, String> values,
            Map<String, String> problems,
            List<Row> rows,
            @Nullable Long next) {}

    record Row(
            String when,
            @Nullable String who,
            @Nullable String whereabouts,
            String words,
            @Nullable String leadNumber,
            String by) {}

    @GetMapping("/{kind}")
    String read(@PathVariable String kind, @RequestParam(defaultValue = "" + Long.MAX_VALUE) long after, Model model) {
        return show(kindOf(kind), after, Map.of(), Map.of(), model);
    }

    @PostMapping("/{kind}")
    String write(
            @PathVariable String kind,
            @RequestParam Map<String, String> values,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        Kind of = kindOf(kind);
        Map<String, String> problems = new LinkedHashMap<>();
        NewEntry entry = entry(of, values, problems);
        for (FieldProblem problem : checks.problems(entry.lead(actors.get().orgCode()))) {
            problems.putIfAbsent(
                    field(problem.field()),
                    words.say(problem.messageKey(), problem.args().toArray()));
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return show(of, Long.MAX_VALUE, values, problems, model);
        }
        String lead = log.write(entry, actors.get());
        redirect.addFlashAttribute(
                "toast", lead == null ? words.say("lead.log.written") : words.say("lead.registered", lead));
        return "redirect:/leads/log/" + kind;
    }

    private Kind kindOf(String path) {
        Actor actor = actors.get();
        Kind kind = path.equals("calls") ? Kind.HOTLINE_CALL : path.equals("patrols") ? Kind.PATROL : null;
        Set<String> may = kind == Kind.HOTLINE_CALL ? STATION : PATROLS;
        if (kind == null || actor.roles().stream().noneMatch(may::contains)) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "lead.log.notFound");
        }
        return kind;
    }

    private static String field(String of) {
        return switch (of) {
            case "receivedAt" -> "happenedAt";
            case "reporterPhone" -> "phone";
            case "committeeCode" -> "pointCode";
            default -> of;
        };
    }

    private NewEntry entry(Kind kind, Map<String, String> values, Map<String, String> problems) {
        String told = text(values, "words");
        if (told == null) {
            problems.put("words", words.say("lead.log.wordsNeeded"));
        } else if (told.codePointCount(0, told.length()) > LONGEST_WORDS) {
            problems.put("words", words.say("lead.push.tooLong", String.valueOf(LONGEST_WORDS)));
        }
        String lead = values.getOrDefault("lead", "");
        if (!lead.equals("YES") && !lead.equals("NO")) {
            problems.put("lead", words.say("lead.log.leadNeeded"));
        }
        String danger = values.getOrDefault("danger", "");
        return new NewEntry(
                kind,
                moment(text(values, "happenedAt"), problems),
                text(values, "who"),
                text(values, "phone"),
                text(values, "whereabouts"),
                told == null ? "" : told,
                text(values, "pointCode"),
                danger.equals("YES") ? Boolean.TRUE : danger.equals("NO") ? Boolean.FALSE : null,
                lead.equals("YES"));
    }

    private @Nullable Instant moment(@Nullable String given, Map<String, String> problems) {
        if (given == null) {
            return null;
        }
        try {
            return LocalDateTime.parse(given).atZone(ProductClock.ZONE).toInstant();
        } catch (DateTimeException unclear) {
            problems.put("happenedAt", words.say("form.date"));
            return null;
        }
    }

    private static @Nullable String text(Map<String, String> values, String field) {
        String text = values.getOrDefault(field, "").replace("\u0000", "").strip();
        return text.isEmpty() ? null : text;
    }

    private String show(Kind kind, long after, Map<String, String> values, Map<String, String> problems, Model model) {
        String org = String.valueOf(actors.get().orgCode());
        FieldLog.Page page = log.page(kind, after);
        model.addAttribute(
                "page",
                new LogPage(
                        kind == Kind.HOTLINE_CALL ? "/leads/log/calls" : "/leads/log/patrols",
                        kind.name(),
                        kind == Kind.HOTLINE_CALL ? words.say("lead.log.hours", hours.text()) : null,
                        network.pointsOf(network.place(org).streetCode()),
                        values,
                        problems,
                        page.entries().stream().map(this::row).toList(),
                        page.next()));
        return "lead/log";
    }

    private Row row(FieldLog.Entry entry) {
        return new Row(
                due.at(entry.happenedAt()),
                entry.who(),
                entry.whereabouts(),
                entry.words(),
                entry.leadNumber(),
                entry.writtenBy());
    }
}
