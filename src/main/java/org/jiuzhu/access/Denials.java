package org.jiuzhu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jiuzhu.audit.AuditKind;
import org.jiuzhu.audit.AuditLog;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** What a request gets that may not pass: a way to log in, or a refusal that is on record. */
@Component
class Denials {

    private static final String LOGIN_AGAIN = "/login?expired";

    private final CurrentActor actors;
    private final AuditLog audit;
    private final MessageSource messages;
    private final LocaleResolver languages;

    Denials(CurrentActor actors, AuditLog audit, MessageSource messages, LocaleResolver languages) {
        this.actors = actors;
        this.audit = audit;
        this.messages = messages;
        this.languages = languages;
    }

    /** A page's own script is told by status, because it cannot follow a redirect to another page. */
    void pageLoginNeeded(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", request.getContextPath() + LOGIN_AGAIN);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (wantsJson(request)) {
            problem(request, response, HttpStatus.UNAUTHORIZED, "access.loginAgain");
        } else {
            boolean known = request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
            response.sendRedirect(request.getContextPath() + (known ? LOGIN_AGAIN : "/login"));
        }
    }

    void page(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException {
        record(request, why);
        if (wantsJson(request)) {
            problem(request, response, HttpStatus.FORBIDDEN, key(why));
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    void apiLoginNeeded(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        problem(request, response, HttpStatus.UNAUTHORIZED, "access.apiLogin");
    }

    void api(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why) throws IOException {
        record(request, why);
        problem(request, response, HttpStatus.FORBIDDEN, key(why));
    }

    private void record(HttpServletRequest request, AccessDeniedException why) {
        audit.record(
                AuditKind.DENIED,
                actors.find().orElse(null),
                "request",
                request.getMethod() + " " + request.getRequestURI(),
                why.getClass().getSimpleName());
    }

    private static String key(AccessDeniedException why) {
        return why instanceof CsrfException ? "access.formExpired" : "access.denied";
    }

    private static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    private void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String key)
            throws IOException {
        Locale locale = languages.resolveLocale(request);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter()
                .write("{\"status\":%d,\"detail\":\"%s\"}"
                        .formatted(status.value(), messages.getMessage(key, null, locale)));
    }
}
