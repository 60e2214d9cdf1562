package org.jiuzhu.shared;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the realm is and how the product signs in to it; used with the profile {@code keycloak} only.
 *
 * @param url Keycloak's own address, without the realm; the same for browsers and for the product
 */
@ConfigurationProperties("jiuzhu.keycloak")
public record KeycloakProperties(
        @DefaultValue("http://localhost:8081") String url,
        @DefaultValue("jiuzhu") String realm,
        @DefaultValue Client web,
        @DefaultValue Client identity) {

    /** A confidential client of the realm. */
    public record Client(@DefaultValue("") String id, @DefaultValue("") String secret) {}

    public String issuer() {
        return url + "/realms/" + realm;
    }

    public String endpoint(String name) {
        return issuer() + "/protocol/openid-connect/" + name;
    }
}
