package org.jiuzhu.visit.web;

import java.util.Set;
import org.jiuzhu.access.AccessScope;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.network.Network;
import org.jiuzhu.network.OrgUnit;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.Refusal;
import org.jiuzhu.visit.web.TodayAsked.Order;
import org.jiuzhu.visit.web.TodayAsked.Show;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The consultant's day: whom to visit today, in which order. */
@Controller
class TodayController {

    private static final Set<String> POINT = Set.of("pointConsultant", "pointLead");
    private static final Set<String> STATION = Set.of("stationConsultant", "stationLead");

    private final TodayViews views;
    private final Network network;
    private final CurrentActor actors;

    TodayController(TodayViews views, Network network, CurrentActor actors) {
        this.views = views;
        this.network = network;
        this.actors = actors;
    }

    /** A station has many points and chooses one first; who sees no residents sees the visits entrusted to them. */
    @GetMapping(TodayAsked.PATH)
    String today(
            @RequestParam(required = false) @Nullable String point,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "0") int from,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean fragment,
            Model model) {
        Actor reader = actors.get();
        if (seesVisitsOnly(reader)) {
            var asked = new TodayAsked(
                    network.place(String.valueOf(reader.orgCode())),
                    false,
                    TodayAsked.read(order, Order.ROUTE),
                    TodayAsked.read(show, Show.TODO),
                    Math.max(0, from));
            model.addAttribute("page", views.entrusted(asked, reader));
            return fragment ? "visit/today :: day" : "visit/today";
        }
        OrgUnit own = own(reader);
        if (own.kind() == OrgUnit.Kind.STREET && point == null) {
            model.addAttribute("page", views.points(own.code()));
            return "visit/points";
        }
        boolean named = own.kind() == OrgUnit.Kind.STREET;
        var asked = new TodayAsked(
                network.place(named ? within(own, point) : own.code()),
                named,
                TodayAsked.read(order, Order.ROUTE),
                TodayAsked.read(show, Show.TODO),
                Math.max(0, from));
        model.addAttribute("page", views.page(asked, reader));
        return fragment ? "visit/today :: day" : "visit/today";
    }

    private static boolean seesVisitsOnly(Actor reader) {
        return AccessScope.of(reader).seesNoResidents();
    }

    private OrgUnit own(Actor reader) {
        String code = reader.orgCode();
        boolean visits = reader.roles().stream().anyMatch(role -> POINT.contains(role) || STATION.contains(role));
        if (code == null || !visits) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "visit.today.notYours");
        }
        return network.unit(code);
    }

    private String within(OrgUnit street, @Nullable String point) {
        if (point == null || !network.place(point).streetCode().equals(street.code())) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "network.unknownOrg", String.valueOf(point));
        }
        return point;
    }
}
