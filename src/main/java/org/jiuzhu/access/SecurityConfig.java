package org.jiuzhu.access;

import static org.springframework.security.authorization.AuthenticatedAuthorizationManager.authenticated;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasAnyRole;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;
import static org.springframework.security.authorization.AuthorizationManagers.not;

import java.util.Arrays;
import org.springframework.boot.autoconfigure.security.servlet.PathRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;

/** Two doors: the API for machines, without sessions, and the pages for people, with sessions and CSRF tokens. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfig {

    private static final String[] OPEN_PATHS = {
        "/login",
        "/demo/login",
        "/report",
        "/report/state",
        "/error",
        "/favicon.ico",
        "/built/**",
        "/assets/**",
        "/actuator/health/**"
    };

    private static final String[] MACHINES =
            Arrays.stream(Role.values()).filter(Role::isMachine).map(Role::id).toArray(String[]::new);

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, LoginWay login, CurrentActor actors, Relatives relatives, Denials denials)
            throws Exception {
        http.securityMatcher("/api/**", "/engine-rest/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/engine-rest/**")
                        .hasRole(Role.ADMINISTRATOR.id())
                        .anyRequest()
                        .authenticated())
                .addFilterAfter(new ScopeFilter(actors, relatives), AuthorizationFilter.class);
        login.forApi(http);
        http.exceptionHandling(refused ->
                refused.authenticationEntryPoint(denials::apiLoginNeeded).accessDeniedHandler(denials::api));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, LoginWay login, CurrentActor actors, Relatives relatives, Denials denials)
            throws Exception {
        var wanted = new CookieRequestCache();
        wanted.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod())
                && String.valueOf(request.getHeader("Accept")).contains("text/html")
                && request.getHeader("HX-Request") == null);
        http.csrf(csrf -> csrf.csrfTokenRepository(csrfCookie()))
                .requestCache(cache -> cache.requestCache(wanted))
                .authorizeHttpRequests(requests -> requests.requestMatchers(OPEN_PATHS)
                        .permitAll()
                        .requestMatchers(PathRequest.toStaticResources().atCommonLocations())
                        .permitAll()
                        .anyRequest()
                        .access(allOf(authenticated(), not(hasAnyRole(MACHINES)))))
                .headers(headers -> headers(headers, login))
                .addFilterAfter(new ScopeFilter(actors, relatives), AuthorizationFilter.class);
        login.forPages(http);
        http.exceptionHandling(refused ->
                refused.authenticationEntryPoint(denials::pageLoginNeeded).accessDeniedHandler(denials::page));
        return http.build();
    }

    /** Kept out of the session, so that a login page left open over night still works. Scripts read the meta tag. */
    private static CookieCsrfTokenRepository csrfCookie() {
        var repository = new CookieCsrfTokenRepository();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return repository;
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, LoginWay login) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(contentPolicy(login)))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), microphone=(), payment=(), geolocation=(self)"));
    }

    private static String contentPolicy(LoginWay login) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "font-src 'self' data:",
                "object-src 'none'",
                "base-uri 'self'",
                ("form-action 'self' " + login.formTarget()).trim(),
                "frame-ancestors 'none'");
    }
}
