package org.jiuzhu.access;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.JiuzhuProperties;
import org.jiuzhu.shared.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page. In demo mode it offers the demo users, grouped by kind of organisation. */
@Controller
class LoginPage {

    /** @param kind message {@code login.kind.<kind>} */
    public record DemoGroup(OrgKind kind, List<DemoUser> users) {}

    /**
     * @param roles strongest last; message {@code role.<role>}
     * @param orgName empty while the register does not know the user
     * @param mayAct false for a consultant whose filing is not in force
     */
    public record DemoUser(String username, String displayName, List<String> roles, String orgName, boolean mayAct) {}

    private final JiuzhuProperties properties;
    private final ObjectProvider<RealmFile> realmFile;
    private final ActorDirectory directory;

    LoginPage(JiuzhuProperties properties, ObjectProvider<RealmFile> realmFile, ActorDirectory directory) {
        this.properties = properties;
        this.realmFile = realmFile;
        this.directory = directory;
    }

    @GetMapping("/login")
    String login(
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String logout,
            @RequestParam(required = false) @Nullable String expired,
            Model model) {
        RealmFile file = realmFile.getIfAvailable();
        model.addAttribute("keycloak", file == null);
        model.addAttribute("demoUsers", file == null || properties.mode() != Mode.DEMO ? List.of() : groups(file));
        if (error != null) {
            model.addAttribute("notice", file == null ? "login.failedAtKeycloak" : "login.failed");
        } else if (expired != null) {
            model.addAttribute("notice", "login.expired");
        } else if (logout != null) {
            model.addAttribute("notice", "login.loggedOut");
        }
        return "login";
    }

    private List<DemoGroup> groups(RealmFile file) {
        return Arrays.stream(OrgKind.values())
                .map(kind -> new DemoGroup(
                        kind,
                        file.users().stream()
                                .filter(user -> !user.machine()
                                        && kindOf(user).filter(kind::equals).isPresent())
                                .map(this::demoUser)
                                .toList()))
                .filter(group -> !group.users().isEmpty())
                .toList();
    }

    private DemoUser demoUser(RealmFile.User user) {
        Optional<ActorPlace> place = DataScope.system("login page").call(() -> directory.place(user.username()));
        return new DemoUser(
                user.username(),
                user.displayName(),
                roles(user).stream().map(Role::id).toList(),
                place.map(ActorPlace::orgName).orElse(""),
                place.map(ActorPlace::mayAct).orElse(false));
    }

    private static Optional<OrgKind> kindOf(RealmFile.User user) {
        return roles(user).stream().flatMap(role -> role.worksIn().stream()).findFirst();
    }

    private static List<Role> roles(RealmFile.User user) {
        return user.roles().stream()
                .flatMap(role -> Role.of(role).stream())
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
