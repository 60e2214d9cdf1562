package org.jiuzhu.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * The users and clients of {@code keycloak/jiuzhu-realm.json}: the same file Keycloak imports. Roles come through
 * groups only.
 */
final class RealmFile {

    static final Resource SHIPPED = new ClassPathResource("keycloak/jiuzhu-realm.json");

    /** @param machine a client's service account: it may use the API and never a page */
    record User(String username, String displayName, String password, Set<String> roles, boolean machine) {}

    private final List<User> users;
    private final Set<String> clientSecrets;

    private RealmFile(List<User> users, Set<String> clientSecrets) {
        this.users = users;
        this.clientSecrets = clientSecrets;
    }

    static RealmFile read(Resource file) {
        try (InputStream json = file.getInputStream()) {
            return of(new ObjectMapper().readTree(json));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The realm file cannot be read: " + file, unreadable);
        }
    }

    private static RealmFile of(JsonNode realm) {
        Map<String, Set<String>> rolesOfGroup = new HashMap<>();
        realm.path("groups").forEach(group -> rolesOfGroup.put(text(group, "name"), texts(group.path("realmRoles"))));
        Map<String, String> secrets = new HashMap<>();
        realm.path("clients").forEach(client -> secrets.put(text(client, "clientId"), text(client, "secret")));

        List<User> users = new ArrayList<>();
        for (JsonNode user : realm.path("users")) {
            Set<String> roles = new TreeSet<>();
            texts(user.path("groups")).forEach(group -> roles.addAll(rolesOfGroup.getOrDefault(group, Set.of())));
            String client = text(user, "serviceAccountClientId");
            boolean machine = !client.isEmpty();
            String name = machine ? client : text(user, "username");
            String password = machine
                    ? secrets.getOrDefault(client, "")
                    : text(user.path("credentials").path(0), "value");
            if (user.path("enabled").asBoolean() && !roles.isEmpty() && !password.isEmpty()) {
                users.add(new User(name, text(user, "lastName") + text(user, "firstName"), password, roles, machine));
            }
        }
        return new RealmFile(List.copyOf(users), Set.copyOf(secrets.values()));
    }

    List<User> users() {
        return users;
    }

    Optional<User> user(String username) {
        return users.stream().filter(user -> user.username().equals(username)).findFirst();
    }

    Set<String> clientSecrets() {
        return clientSecrets;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }

    private static Set<String> texts(JsonNode array) {
        return new TreeSet<>(StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList());
    }
}
