package org.jiuzhu.visit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.doorstay.DoorStay;
import org.jiuzhu.household.People;
import org.jiuzhu.household.Person;
import org.jiuzhu.network.Network;
import org.jiuzhu.servicerecord.Initiator;
import org.jiuzhu.servicerecord.RecordSheet;
import org.jiuzhu.servicerecord.ResidentTag;
import org.jiuzhu.servicerecord.ServiceMode;
import org.jiuzhu.shared.InvalidInput;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.shared.Words;
import org.jiuzhu.shared.view.FormFields;
import org.jiuzhu.shared.view.Typed;
import org.jiuzhu.visit.PointVisits;
import org.jiuzhu.visit.VisitReport;
import org.jiuzhu.visit.VisitReport.Told;
import org.jiuzhu.visit.VisitReports;
import org.jiuzhu.visit.VisitUndo;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A visit told in five taps, at the door or on the telephone. */
@Controller
@RequestMapping(QuickViews.PATH)
class QuickRecordController {

    private static final Set<Refusal.Kind> TO_BE_TOLD =
            Set.of(Refusal.Kind.CONFLICT, Refusal.Kind.UNPROCESSABLE, Refusal.Kind.NOT_NOW);

    private final QuickHome homes;
    private final QuickViews views;
    private final PointVisits visits;
    private final VisitReports reports;
    private final VisitUndo undo;
    private final People people;
    private final Network network;
    private final CurrentActor actors;
    private final Words words;
    private final Clock clock;

    QuickRecordController(
            QuickHome homes,
            QuickViews views,
            PointVisits visits,
            VisitReports reports,
            VisitUndo undo,
            People people,
            Network network,
            CurrentActor actors,
            Words words,
            Clock clock) {
        this.homes = homes;
        this.views = views;
        this.visits = visits;
        this.reports = reports;
        this.undo = undo;
        this.people = people;
        this.network = network;
        this.actors = actors;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    String write(
            @RequestParam long person,
            @RequestParam(defaultValue = "VISIT") ServiceMode mode,
            @RequestParam(defaultValue = TodayAsked.PATH) String back,
            Model model) {
        QuickHome.Found home = homes.of(person);
        model.addAttribute(
                "page", page(home, views.blank(home, mode, actors.get()), TodayAsked.own(back), null, Map.of()));
        return "visit/record";
    }

    /** Whatever does not hold, everything that was typed stays. */
    @PostMapping
    String save(
            @RequestParam long person,
            @RequestParam ServiceMode mode,
            @RequestParam UUID request,
            @RequestParam(defaultValue = TodayAsked.PATH) String back,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletResponse response,
            RedirectAttributes next,
            Model model) {
        var typed = new Typed(posted);
        QuickTyped told = QuickTyped.read(typed, mode, request, person, LocalDate.now(clock));
        QuickHome.Found home = homes.of(person);
        String notice = null;
        if (typed.holds()) {
            notice = told(told, home);
            if (notice == null) {
                try {
                    reports.report(report(told, home), actors.get());
                    next.addFlashAttribute("toast", saved(told));
                    if (undo.isOffered(request, actors.get())) {
                        next.addFlashAttribute("toastUndo", UndoController.address(request, TodayAsked.own(back)));
                    }
                    return "redirect:" + TodayAsked.own(back);
                } catch (InvalidInput invalid) {
                    typed.wrong(invalid);
                } catch (Refusal refusal) {
                    if (!TO_BE_TOLD.contains(refusal.kind())) {
                        throw refusal;
                    }
                    notice = words.say(refusal.messageKey(), refusal.args().toArray());
                }
            }
        }
        response.setStatus((notice == null ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.CONFLICT).value());
        model.addAttribute("page", page(home, told, TodayAsked.own(back), notice, problems(typed)));
        return "visit/record";
    }

    private QuickPage page(
            QuickHome.Found home,
            QuickTyped typed,
            String back,
            @Nullable String notice,
            Map<String, String> problems) {
        DoorStay stay = homes.stay(home, actors.get().username()).orElse(null);
        return views.page(home, typed, stay, back, notice, problems);
    }

    /** What somebody else told of this home since the page was opened; to save again is to mean it. */
    private @Nullable String told(QuickTyped typed, QuickHome.Found home) {
        List<Long> members =
                home.members().stream().map(member -> member.personId()).toList();
        Optional<PointVisits.Newer> newer =
                visits.newerContact(members, typed.seen(), actors.get().username());
        return newer.map(other -> words.say(
                        "visit.quick.conflict",
                        network.consultant(other.by())
                                .map(consultant -> consultant.displayName())
                                .orElse(other.by()),
                        words.say("servicerecord.mode." + other.mode())))
                .orElse(null);
    }

    private VisitReport report(QuickTyped typed, QuickHome.Found home) {
        QuickOutcome outcome = Objects.requireNonNull(typed.outcome());
        List<Told> told = typed.people().stream()
                .map(person -> outcome.told(
                        person,
                        typed.emergency(),
                        typed.reason() == null ? null : typed.reason().name()))
                .toList();
        return VisitReport.of(typed.request(), told, sheet(typed, home), null);
    }

    private RecordSheet sheet(QuickTyped typed, QuickHome.Found home) {
        List<Person> met = people.byIds(typed.people());
        String committee = home.asked().place().orgCode();
        return new RecordSheet(
                met.stream().map(Person::name).collect(Collectors.joining("、")),
                committee,
                network.unit(committee).name(),
                met.stream()
                        .flatMap(person -> person.coveredTags().stream())
                        .map(tag -> ResidentTag.valueOf(tag.name()))
                        .collect(Collectors.toSet()),
                typed.mode(),
                null,
                typed.participants(),
                typed.servedOn(),
                typed.hours(),
                typed.items(),
                Initiator.CONSULTANT,
                typed.companions(),
                typed.content());
    }

    private String saved(QuickTyped typed) {
        return words.say("visit.quick.saved." + typed.outcome(), typed.people().size());
    }

    private Map<String, String> problems(Typed typed) {
        return new FormFields(words, "visit.quick", Map.of(), typed.problems()).problems();
    }
}
