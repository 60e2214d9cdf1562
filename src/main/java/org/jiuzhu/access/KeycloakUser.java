package org.jiuzhu.access;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody Keycloak vouches for. The session keeps the ID token sealed, for the logout alone. */
final class KeycloakUser implements OidcUser, NamedUser, Serializable {

    private static final long serialVersionUID = 1;

    private final String username;
    private final String displayName;
    private final List<SimpleGrantedAuthority> authorities;
    private final byte[] sealedIdToken;

    private KeycloakUser(
            String username, String displayName, List<SimpleGrantedAuthority> authorities, byte[] sealedIdToken) {
        this.username = username;
        this.displayName = displayName;
        this.authorities = List.copyOf(authorities);
        this.sealedIdToken = sealedIdToken;
    }

    static KeycloakUser of(OidcIdToken token, List<SimpleGrantedAuthority> authorities, byte[] sealed) {
        String username = KeycloakLogin.username(token);
        String first = token.getGivenName();
        String last = token.getFamilyName();
        String name = (last == null ? "" : last) + (first == null ? "" : first);
        return new KeycloakUser(username, name.isEmpty() ? username : name, authorities, sealed);
    }

    byte[] sealedIdToken() {
        return sealedIdToken.clone();
    }

    @Override
    public String displayName() {
        return displayName;
    }

    @Override
    public String getName() {
        return username;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return authorities;
    }

    @Override
    public Map<String, Object> getClaims() {
        return Map.of("preferred_username", username);
    }

    @Override
    public Map<String, Object> getAttributes() {
        return getClaims();
    }

    @Override
    public @Nullable OidcUserInfo getUserInfo() {
        return null;
    }

    /** Only who it is; the signed token itself is sealed. */
    @Override
    public OidcIdToken getIdToken() {
        return OidcIdToken.withTokenValue("sealed").subject(username).build();
    }
}
