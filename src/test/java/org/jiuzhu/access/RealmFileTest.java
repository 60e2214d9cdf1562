package org.jiuzhu.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;

class RealmFileTest {

    private final RealmFile file = RealmFile.read(new FileSystemResource("keycloak/jiuzhu-realm.json"));
    private final JsonNode realm = read();

    @Test
    void theRealmHasExactlyTheRolesOfTheProduct() {
        assertThat(realm.path("roles").path("realm").findValuesAsText("name"))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Role.values()).map(Role::id).toList());
    }

    @Test
    void aGroupCarriesOneRoleAndNothingElse() {
        assertThat(realm.path("groups")).isNotEmpty().allSatisfy(group -> {
            assertThat(group.path("realmRoles")).hasSize(1);
            assertThat(group.path("realmRoles").path(0)).isEqualTo(group.path("name"));
            assertThat(group.size()).isEqualTo(2);
        });
    }

    @Test
    void everyDemoUserIsMarkedAndHasGroupsAndTheDemoPassword() {
        assertThat(realm.path("users")).allSatisfy(user -> {
            assertThat(user.path("attributes").path("demo").path(0).asText()).isEqualTo("true");
            assertThat(user.has("realmRoles")).isFalse();
            if (!user.has("serviceAccountClientId")) {
                assertThat(user.path("groups")).isNotEmpty();
                assertThat(user.path("email").asText()).endsWith("@example.invalid");
            }
        });
        assertThat(file.users()).isNotEmpty().allSatisfy(user -> {
            assertThat(user.password()).isEqualTo("demo");
            assertThat(user.roles()).isNotEmpty();
        });
    }

    @Test
    void everyRoleHasSomebody() {
        assertThat(file.users().stream().flatMap(user -> user.roles().stream()))
                .contains(Arrays.stream(Role.values()).map(Role::id).toArray(String[]::new));
    }

    @Test
    void aMachineGoesByItsClientsName() {
        assertThat(file.user("hotline12345")).hasValueSatisfying(hotline -> {
            assertThat(hotline.machine()).isTrue();
            assertThat(hotline.roles()).containsExactly("hotlineClient");
        });
    }

    @Test
    void peopleLogInWithProofKeysAndNoClientTakesPasswords() {
        assertThat(realm.path("clients")).allSatisfy(client -> {
            assertThat(client.path("publicClient").asBoolean(true)).isFalse();
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
        });
        JsonNode web = StreamSupport.stream(realm.path("clients").spliterator(), false)
                .filter(client -> client.path("clientId").asText().equals("jiuzhu-web"))
                .findFirst()
                .orElseThrow();
        assertThat(web.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(new FileSystemResource("keycloak/jiuzhu-realm.json").getFile());
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
