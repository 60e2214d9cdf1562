package org.jiuzhu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jiuzhu.shared.Refusal;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One click instead of a password, for the people of the demo district; not there in any other mode. */
@Controller
@Profile("!keycloak")
@ConditionalOnProperty(name = "jiuzhu.mode", havingValue = "demo")
class DemoLogin {

    private final RealmFile realm;
    private final ApplicationEventPublisher events;
    private final HttpSessionSecurityContextRepository session = new HttpSessionSecurityContextRepository();

    DemoLogin(RealmFile realm, ApplicationEventPublisher events) {
        this.realm = realm;
        this.events = events;
    }

    @PostMapping("/demo/login")
    String login(@RequestParam String username, HttpServletRequest request, HttpServletResponse response) {
        var user = realm.user(username)
                .filter(found -> !found.machine())
                .map(RealmFileLogin.RealmUser::new)
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "login.noSuchDemoUser"));
        if (request.getSession(false) != null) {
            request.getSession().invalidate();
        }
        var login = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        user.eraseCredentials();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(login);
        SecurityContextHolder.setContext(context);
        session.saveContext(context, request, response);
        events.publishEvent(new InteractiveAuthenticationSuccessEvent(login, DemoLogin.class));
        return "redirect:/";
    }
}
