package org.jiuzhu.access;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jiuzhu.shared.Actor;
import org.jiuzhu.shared.DataScope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Who asks: roles from the login, place from the register, looked up once per request. */
@Component
public class CurrentActor {

    static final String ROLE = "ROLE_";

    private static final String KEPT = CurrentActor.class.getName();

    private final ActorDirectory directory;

    CurrentActor(ActorDirectory directory) {
        this.directory = directory;
    }

    /** @throws IllegalStateException outside a request of somebody who has logged in */
    public Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("Nobody is logged in"));
    }

    public Optional<Actor> find() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !login.isAuthenticated() || login instanceof AnonymousAuthenticationToken) {
            return Optional.empty();
        }
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return Optional.of(actor(login));
        }
        if (request.getAttribute(KEPT, RequestAttributes.SCOPE_REQUEST) instanceof Actor kept
                && kept.username().equals(login.getName())) {
            return Optional.of(kept);
        }
        Actor actor = actor(login);
        request.setAttribute(KEPT, actor, RequestAttributes.SCOPE_REQUEST);
        return Optional.of(actor);
    }

    private Actor actor(Authentication login) {
        Set<Role> roles = roles(login.getAuthorities());
        String username = login.getName();
        Optional<ActorPlace> place = DataScope.system("who acts").call(() -> directory.place(username));
        @Nullable String orgCode = place.map(ActorPlace::orgCode).orElse(null);
        boolean machine = roles.stream().anyMatch(Role::isMachine);
        return new Actor(
                username,
                place.map(ActorPlace::displayName).orElseGet(() -> nameOf(login)),
                roles.stream().map(Role::id).collect(Collectors.toCollection(TreeSet::new)),
                orgCode,
                orgCode == null ? Set.of() : groups(roles, orgCode),
                machine || place.map(ActorPlace::mayAct).orElse(false));
    }

    private static Set<Role> roles(Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority.startsWith(ROLE))
                .flatMap(authority -> Role.of(authority.substring(ROLE.length())).stream())
                .collect(Collectors.toSet());
    }

    /** A role counts where its kind of organisation is: a station role at the street, a point role at the point. */
    static Set<String> groups(Collection<Role> roles, String orgCode) {
        return roles.stream()
                .flatMap(role -> role.worksIn().flatMap(kind -> kind.codeAbove(orgCode)).stream()
                        .map(code -> role.id() + ":" + code))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String nameOf(Authentication login) {
        return login.getPrincipal() instanceof NamedUser named ? named.displayName() : login.getName();
    }
}
