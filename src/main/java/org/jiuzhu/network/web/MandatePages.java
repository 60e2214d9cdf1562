package org.jiuzhu.network.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.network.VisitMandates;
import org.jiuzhu.network.VisitMandates.Mandate;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.InvalidInput;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 受托走访: which professional point visits in which committee; the station keeps its street's, the district all. */
@Controller
@RequestMapping(MandatePages.PATH)
class MandatePages {

    static final String PATH = "/visits/entrusted";

    private final VisitMandates mandates;
    private final Network network;
    private final CurrentActor actors;
    private final Words words;

    MandatePages(VisitMandates mandates, Network network, CurrentActor actors, Words words) {
        this.mandates = mandates;
        this.network = network;
        this.actors = actors;
        this.words = words;
    }

    record Choice(String code, String name, boolean chosen) {}

    record Row(String ngo, String ngoName, String place, String placeName, boolean mayEnd) {}

    /**
     * What {@code network/entrusted.html} shows.
     *
     * @param places where a notice names professional points; none where the reader keeps none of them
     * @param problems by field
     */
    record Page(String unit, List<Row> rows, List<Choice> ngos, List<Choice> places, Map<String, String> problems) {}

    @GetMapping
    String list(Model model) {
        return page(null, null, Map.of(), model);
    }

    @PostMapping
    String entrust(
            @RequestParam(defaultValue = "") String ngo,
            @RequestParam(defaultValue = "") String place,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            mandates.entrust(ngo, place, actors.get());
        } catch (InvalidInput invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(ngo, place, words.byField(invalid), model);
        }
        next.addFlashAttribute("toast", words.say("network.mandate.entrusted"));
        return "redirect:" + PATH;
    }

    @PostMapping("/end")
    String end(@RequestParam String ngo, @RequestParam String place, RedirectAttributes next) {
        mandates.end(ngo, place, actors.get());
        next.addFlashAttribute("toast", words.say("network.mandate.ended"));
        return "redirect:" + PATH;
    }

    private String page(@Nullable String ngo, @Nullable String place, Map<String, String> problems, Model model) {
        Actor reader = actors.get();
        OrgUnit own = own(reader);
        List<OrgUnit> all = network.all();
        Map<String, String> names = new LinkedHashMap<>();
        all.forEach(unit -> names.put(unit.code(), unit.name()));
        model.addAttribute(
                "page",
                new Page(
                        own.name(),
                        mandates.under(own.code()).stream()
                                .map(mandate -> row(mandate, names, reader))
                                .toList(),
                        all.stream()
                                .filter(unit -> unit.kind() == OrgUnit.Kind.NGO && unit.active())
                                .map(unit -> new Choice(
                                        unit.code(), unit.name(), unit.code().equals(ngo)))
                                .toList(),
                        places(all, names, reader, place),
                        problems));
        return "network/entrusted";
    }

    private Row row(Mandate mandate, Map<String, String> names, Actor reader) {
        return new Row(
                mandate.ngoCode(),
                String.valueOf(names.get(mandate.ngoCode())),
                mandate.orgCode(),
                String.valueOf(names.get(mandate.orgCode())),
                mandates.mayKeep(reader, mandate.orgCode()));
    }

    /** A street with its committees below it; only streets whose notice lets professional points visit. */
    private List<Choice> places(List<OrgUnit> all, Map<String, String> names, Actor reader, @Nullable String chosen) {
        return all.stream()
                .filter(unit -> unit.active() && unit.kind() == OrgUnit.Kind.STREET)
                .filter(street -> mandates.mayKeep(reader, street.code()) && mandates.isPossibleAt(street.code()))
                .sorted(Comparator.comparing(OrgUnit::code))
                .flatMap(street -> Stream.concat(
                        Stream.of(new Choice(
                                street.code(),
                                words.say("network.mandate.wholeStreet", street.name()),
                                street.code().equals(chosen))),
                        network.pointsOf(street.code()).stream()
                                .map(point -> new Choice(
                                        point.code(),
                                        names.get(street.code()) + words.say("ui.dot") + point.name(),
                                        point.code().equals(chosen)))))
                .toList();
    }

    /** A point reads what its street has entrusted. */
    private OrgUnit own(Actor reader) {
        String code = reader.orgCode();
        if (code == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "network.mandate.mayNot");
        }
        OrgUnit unit = network.unit(code);
        return unit.kind() == OrgUnit.Kind.POINT || unit.kind() == OrgUnit.Kind.NGO
                ? network.unit(Objects.requireNonNull(unit.parentCode()))
                : unit;
    }
}
