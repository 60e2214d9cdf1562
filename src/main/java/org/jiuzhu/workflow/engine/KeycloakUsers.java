package org.jiuzhu.workflow.engine;

import org.camunda.bpm.extension.keycloak.plugin.KeycloakIdentityProviderPlugin;
import org.jiuzhu.shared.KeycloakProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The engine's users and groups are Keycloak's: a group goes by its name, which is a role. */
@Configuration(proxyBeanMethods = false)
@Profile("keycloak")
class KeycloakUsers {

    @Bean
    KeycloakIdentityProviderPlugin keycloakIdentities(KeycloakProperties keycloak) {
        var plugin = new KeycloakIdentityProviderPlugin();
        plugin.setKeycloakIssuerUrl(keycloak.issuer());
        plugin.setKeycloakAdminUrl(keycloak.url() + "/admin/realms/" + keycloak.realm());
        plugin.setClientId(keycloak.identity().id());
        plugin.setClientSecret(keycloak.identity().secret());
        plugin.setUseUsernameAsCamundaUserId(true);
        plugin.setUseGroupPathAsCamundaGroupId(true);
        plugin.setAuthorizationCheckEnabled(false);
        return plugin;
    }
}
