package org.jiuzhu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jiuzhu.shared.KeycloakProperties;
import org.jiuzhu.shared.crypto.Cipher;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Ends the session at Keycloak too, and comes back to the login page. */
final class KeycloakLogout implements LogoutSuccessHandler {

    private final KeycloakProperties keycloak;
    private final Cipher cipher;

    KeycloakLogout(KeycloakProperties keycloak, Cipher cipher) {
        this.keycloak = keycloak;
        this.cipher = cipher;
    }

    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication login)
            throws IOException {
        var end = UriComponentsBuilder.fromUriString(keycloak.endpoint("logout"))
                .queryParam("client_id", keycloak.web().id())
                .queryParam(
                        "post_logout_redirect_uri",
                        ServletUriComponentsBuilder.fromContextPath(request)
                                .path("/login")
                                .toUriString());
        if (login != null && login.getPrincipal() instanceof KeycloakUser user) {
            end.queryParam("id_token_hint", cipher.decrypt(user.sealedIdToken()));
        }
        response.sendRedirect(end.encode().toUriString());
    }
}
