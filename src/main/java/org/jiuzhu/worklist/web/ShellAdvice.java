package org.jiuzhu.worklist.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jiuzhu.access.ActorDirectory;
import org.jiuzhu.access.ActorPlace;
import org.jiuzhu.access.CurrentActor;
import org.jiuzhu.access.Role;
import org.jiuzhu.calendar.DueWords;
import org.jiuzhu.network.VisitMandates;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.JiuzhuProperties;
import org.jiuzhu.shared.Mode;
import org.jiuzhu.shared.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.util.WebUtils;

/** What stands around every page: who I am, where I can go, how large and how dark. */
@ControllerAdvice(annotations = Controller.class)
class ShellAdvice {

    private static final Set<String> CASE_ROLES =
            Set.of("pointConsultant", "pointLead", "stationConsultant", "stationLead", "districtSupervisor");
    private static final Set<String> VISIT_ROLES =
            Set.of("pointConsultant", "pointLead", "stationConsultant", "stationLead", "otherVisitor");
    /** Who reads the ledger and no residents, from whose page it is otherwise reached. */
    private static final Set<String> LEDGER_ROLES = Set.of("inspector", "auditor");

    private static final Set<String> LEAD_ROLES = Set.of(
            "pointConsultant", "pointLead", "stationConsultant", "stationLead", "districtSupervisor", "inspector");

    private static final Set<String> ROUND_ROLES = Set.of("districtSupervisor", "administrator");

    private final CurrentActor currentActor;
    private final ActorDirectory directory;
    private final VisitMandates mandates;
    private final JiuzhuProperties properties;
    private final DueWords due;
    private final Words words;
    private final Clock clock;

    ShellAdvice(
            CurrentActor currentActor,
            ActorDirectory directory,
            VisitMandates mandates,
            JiuzhuProperties properties,
            DueWords due,
            Words words,
            Clock clock) {
        this.currentActor = currentActor;
        this.directory = directory;
        this.mandates = mandates;
        this.properties = properties;
        this.due = due;
        this.words = words;
        this.clock = clock;
    }

    /** @param demoClock what the demo's clock says; null where time is real */
    record Shell(String userName, String place, List<NavItem> nav, boolean search, @Nullable String demoClock) {}

    record NavItem(String key, String href, String icon) {}

    @ModelAttribute("uiTheme")
    String theme(HttpServletRequest request) {
        return "dark".equals(cookie(request, "jz_theme")) ? "dark" : "light";
    }

    @ModelAttribute("uiSize")
    String size(HttpServletRequest request) {
        return "large".equals(cookie(request, "jz_size")) ? "large" : "normal";
    }

    @ModelAttribute("shell")
    @Nullable
    Shell shell() {
        return currentActor.find().map(this::shellOf).orElse(null);
    }

    /** A professional point that visits somewhere. */
    private boolean isEntrusted(Actor actor) {
        String org = actor.orgCode();
        return org != null && actor.has("ngoWorker") && mandates.visits(org);
    }

    private Shell shellOf(Actor actor) {
        List<NavItem> nav = new ArrayList<>();
        nav.add(new NavItem("worklist", "/tasks", "list"));
        if (actor.roles().stream().anyMatch(VISIT_ROLES::contains) || isEntrusted(actor)) {
            nav.add(new NavItem("today", "/today", "route"));
        }
        boolean cases = actor.roles().stream().anyMatch(CASE_ROLES::contains);
        if (cases) {
            nav.add(new NavItem("people", "/people", "users"));
            nav.add(new NavItem("cases", "/cases", "doc"));
        }
        if (actor.roles().stream().anyMatch(LEAD_ROLES::contains)) {
            nav.add(new NavItem("lead", "/leads", "flag"));
        }
        if (!cases && actor.roles().stream().anyMatch(LEDGER_ROLES::contains)) {
            nav.add(new NavItem("ledger", "/visits/ledger", "calendar"));
        }
        nav.add(new NavItem("libraries", "/libraries", "heart"));
        nav.add(new NavItem("rules", "/rules", "shield"));
        if (actor.roles().stream().anyMatch(ROUND_ROLES::contains)) {
            nav.add(new NavItem("rounds", "/visits/rounds", "forward"));
        }
        return new Shell(
                actor.displayName(),
                place(actor),
                nav,
                cases,
                properties.mode() == Mode.DEMO ? due.at(clock.instant()) : null);
    }

    private String place(Actor actor) {
        String role = roleOf(actor);
        return DataScope.system("who acts")
                .call(() -> directory.place(actor.username()))
                .map(ActorPlace::orgName)
                .filter(name -> !name.isEmpty())
                .map(name -> name + words.say("worklist.dot") + role)
                .orElse(role);
    }

    private String roleOf(Actor actor) {
        return Role.strongest(actor.roles())
                .map(role -> words.say("role." + role.id()))
                .orElse("");
    }

    private static @Nullable String cookie(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }
}
