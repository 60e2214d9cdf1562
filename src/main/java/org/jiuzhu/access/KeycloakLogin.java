package org.jiuzhu.access;

import java.util.List;
import java.util.Map;
import org.jiuzhu.shared.KeycloakProperties;
import org.jiuzhu.shared.crypto.Cipher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClaimAccessor;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * OIDC with PKCE for people, bearer tokens for machines. Keycloak's endpoints follow from its address, so that the
 * product starts while Keycloak is still starting.
 */
@Configuration(proxyBeanMethods = false)
@Profile("keycloak")
class KeycloakLogin {

    static final String REGISTRATION = "keycloak";

    /** The audience a token needs for the API; a browser user's token does not have it. */
    static final String API = "jiuzhu-api";

    private static final String SERVICE_ACCOUNT = "service-account-";

    @Bean
    ClientRegistrationRepository clientRegistrations(KeycloakProperties keycloak) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(keycloak.web().id())
                .clientSecret(keycloak.web().secret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
                .scope("openid", "profile")
                .issuerUri(keycloak.issuer())
                .authorizationUri(keycloak.endpoint("auth"))
                .tokenUri(keycloak.endpoint("token"))
                .jwkSetUri(keycloak.endpoint("certs"))
                .userNameAttributeName("preferred_username")
                .build());
    }

    @Bean
    JwtDecoder apiTokens(KeycloakProperties keycloak) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(keycloak.endpoint("certs")).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(keycloak.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, audiences -> audiences != null && audiences.contains(API))));
        return decoder;
    }

    @Bean
    LoginWay keycloakLoginWay(KeycloakProperties keycloak, Cipher cipher) {
        var logout = new KeycloakLogout(keycloak, cipher);
        return new LoginWay() {
            @Override
            public void forPages(HttpSecurity http) throws Exception {
                http.oauth2Login(login -> login.loginPage("/login")
                        .failureUrl("/login?error")
                        .authorizedClientRepository(new ForgottenTokens())
                        .userInfoEndpoint(users -> users.oidcUserService(request -> KeycloakUser.of(
                                request.getIdToken(),
                                authorities(request.getIdToken()),
                                cipher.encrypt(request.getIdToken().getTokenValue())))));
                http.logout(out -> out.logoutSuccessHandler(logout).permitAll());
            }

            @Override
            public void forApi(HttpSecurity http) throws Exception {
                Converter<Jwt, AbstractAuthenticationToken> machine =
                        jwt -> new JwtAuthenticationToken(jwt, authorities(jwt), username(jwt));
                http.oauth2ResourceServer(server -> server.jwt(token -> token.jwtAuthenticationConverter(machine)));
            }

            @Override
            public String formTarget() {
                return keycloak.url();
            }
        };
    }

    /** The roles of the realm; Keycloak's own are dropped later, by name. */
    static List<SimpleGrantedAuthority> authorities(ClaimAccessor token) {
        Map<String, Object> realmAccess = token.getClaimAsMap("realm_access");
        if (realmAccess == null || !(realmAccess.get("roles") instanceof List<?> roles)) {
            return List.of();
        }
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(CurrentActor.ROLE + role))
                .toList();
    }

    /** A client's service account goes by the client's id, as in the realm file. */
    static String username(ClaimAccessor token) {
        String name = token.getClaimAsString("preferred_username");
        if (name == null) {
            return String.valueOf(token.getClaimAsString(JwtClaimNames.SUB));
        }
        return name.startsWith(SERVICE_ACCOUNT) ? name.substring(SERVICE_ACCOUNT.length()) : name;
    }
}
