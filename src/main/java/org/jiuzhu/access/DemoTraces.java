package org.jiuzhu.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jiuzhu.shared.DataScope;
import org.jiuzhu.shared.KeycloakProperties;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Production does not start with demo people either: not in its register, and not in its realm. */
@Component
@ConditionalOnProperty(name = "jiuzhu.mode", havingValue = "production")
class DemoTraces implements SmartInitializingSingleton {

    private final ActorDirectory directory;
    private final KeycloakProperties keycloak;

    DemoTraces(ActorDirectory directory, KeycloakProperties keycloak) {
        this.directory = directory;
        this.keycloak = keycloak;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> problems = new ArrayList<>();
        if (registerHasDemoUsers()) {
            problems.add("The register holds users of the demo district. Start with a database of your own.");
        }
        if (realmHasDemoUsers(keycloak)) {
            problems.add("The realm holds users with the attribute demo=true. Delete them in Keycloak.");
        }
        if (!problems.isEmpty()) {
            throw new UnsafeProduction(problems);
        }
    }

    private boolean registerHasDemoUsers() {
        List<RealmFile.User> demoUsers = RealmFile.read(RealmFile.SHIPPED).users();
        return DataScope.system("production check").call(() -> demoUsers.stream()
                .anyMatch(user -> directory.place(user.username()).isPresent()));
    }

    /** Asks with the identity client, which may look up users and nothing else. */
    static boolean realmHasDemoUsers(KeycloakProperties keycloak) {
        var http = RestClient.create();
        var login = new LinkedMultiValueMap<String, String>();
        login.add("grant_type", "client_credentials");
        login.add("client_id", keycloak.identity().id());
        login.add("client_secret", keycloak.identity().secret());
        try {
            Map<?, ?> token = http.post()
                    .uri(keycloak.endpoint("token"))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .body(login)
                    .retrieve()
                    .body(Map.class);
            List<?> found = http.get()
                    .uri(keycloak.url() + "/admin/realms/{realm}/users?q=demo:true&max=1", keycloak.realm())
                    .headers(headers ->
                            headers.setBearerAuth(token == null ? "" : String.valueOf(token.get("access_token"))))
                    .retrieve()
                    .body(List.class);
            return found != null && !found.isEmpty();
        } catch (RestClientException unreachable) {
            throw new UnsafeProduction(List.of("Keycloak at " + keycloak.url()
                    + " could not be asked whether its realm holds demo users: start it first and check the client "
                    + keycloak.identity().id() + "."));
        }
    }
}
