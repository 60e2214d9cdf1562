package org.jiuzhu.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.JiuzhuProperties;
import org.jiuzhu.shared.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page. In demo mode it offers the demo users, by street and kind of organisation. */
@Controller
class LoginPage {

    /**
     * @param name the street's name; empty for those who belong to none
     * @param open whether its users are seen at once
     */
    public record DemoStreet(String name, boolean open, int people, List<DemoGroup> groups) {}

    /** @param kind message {@code login.kind.<kind>} */
    public record DemoGroup(OrgKind kind, List<DemoUser> users) {}

    /**
     * @param roles strongest last; message {@code role.<role>}
     * @param orgCode empty while the register does not know the user, as is the name
     * @param mayAct false for a consultant whose filing is not in force
     */
    public record DemoUser(
            String username, String displayName, List<String> roles, String orgCode, String orgName, boolean mayAct) {

        /** Nine digits; empty for social organisations and the district. */
        String street() {
            return orgCode.length() == POINT_CODE || orgCode.length() == STREET_CODE
                    ? orgCode.substring(0, STREET_CODE)
                    : "";
        }
    }

    private static final int POINT_CODE = 12;
    private static final int STREET_CODE = 9;

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
        model.addAttribute("demoUsers", file == null || properties.mode() != Mode.DEMO ? List.of() : streets(file));
        if (error != null) {
            model.addAttribute("notice", file == null ? "login.failedAtKeycloak" : "login.failed");
        } else if (expired != null) {
            model.addAttribute("notice", "login.expired");
        } else if (logout != null) {
            model.addAttribute("notice", "login.loggedOut");
        }
        return "login";
    }

    /** The street of the file's first user comes first and is open; those of no street come last. */
    private List<DemoStreet> streets(RealmFile file) {
        Map<String, List<Offered>> byStreet = file.users().stream()
                .filter(user -> !user.machine())
                .flatMap(user -> kindOf(user).map(kind -> new Offered(kind, demoUser(user))).stream())
                .collect(Collectors.groupingBy(
                        offered -> offered.user().street(), LinkedHashMap::new, Collectors.toList()));
        List<Offered> ofNoStreet = byStreet.remove("");
        if (ofNoStreet != null) {
            byStreet.put("", ofNoStreet);
        }
        List<DemoStreet> streets = new ArrayList<>();
        byStreet.forEach((code, people) -> streets.add(street(code, people, streets.isEmpty())));
        return streets;
    }

    private static DemoStreet street(String code, List<Offered> people, boolean open) {
        String name = people.stream()
                .map(Offered::user)
                .filter(user -> user.orgCode().equals(code))
                .map(DemoUser::orgName)
                .findFirst()
                .orElse("");
        return new DemoStreet(
                name,
                open,
                people.size(),
                Arrays.stream(OrgKind.values())
                        .map(kind -> new DemoGroup(
                                kind,
                                people.stream()
                                        .filter(offered -> offered.kind() == kind)
                                        .map(Offered::user)
                                        .sorted(Comparator.comparing(DemoUser::orgCode))
                                        .toList()))
                        .filter(group -> !group.users().isEmpty())
                        .toList());
    }

    private record Offered(OrgKind kind, DemoUser user) {}

    private DemoUser demoUser(RealmFile.User user) {
        Optional<ActorPlace> place = DataScope.system("login page").call(() -> directory.place(user.username()));
        return new DemoUser(
                user.username(),
                user.displayName(),
                roles(user).stream().map(Role::id).toList(),
                place.map(ActorPlace::orgCode).orElse(""),
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
