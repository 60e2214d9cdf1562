package org.jiuzhu.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class ComposeFileTest {

    /** Boot's own settings, which application.yml leaves at their defaults. */
    private static final Set<String> OF_BOOT = Set.of(
            "spring.profiles.active",
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.flyway.url",
            "spring.flyway.user",
            "spring.flyway.password");

    private Map<String, Map<String, Object>> services;

    @BeforeEach
    @SuppressWarnings("unchecked")
    void read() throws IOException {
        Map<String, Object> compose = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(Path.of("docker-compose.yml")));
        services = (Map<String, Map<String, Object>>) compose.get("services");
    }

    @Test
    void theProductIsToldNothingThatItDoesNotKnow() {
        Properties known = settings();
        Set<String> variables =
                new TreeSet<>(OF_BOOT.stream().map(ComposeFileTest::variable).toList());
        known.keySet().forEach(key -> variables.add(variable(key.toString())));
        assertThat(environment("jiuzhu").keySet()).isSubsetOf(variables);
    }

    @Test
    void theProductSignsInToTheDemoRealmWithItsOwnSettings() {
        Properties known = settings();
        for (String key :
                Set.of("jiuzhu.keycloak.url", "jiuzhu.keycloak.web.secret", "jiuzhu.keycloak.identity.secret")) {
            assertThat(environment("jiuzhu")).containsEntry(variable(key), known.getProperty(key));
        }
        assertThat(RealmFile.read(RealmFile.SHIPPED).clientSecrets())
                .contains(
                        known.getProperty("jiuzhu.keycloak.web.secret"),
                        known.getProperty("jiuzhu.keycloak.identity.secret"));
    }

    @Test
    void theFilesItMountsAreThereAfterABuild() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertThat(services.get("jiuzhu").get("volumes").toString()).contains("./target/jiuzhu-0.1.0-SNAPSHOT.jar:");
        assertThat(pom).contains("<artifactId>jiuzhu</artifactId>", "<version>0.1.0-SNAPSHOT</version>");
        assertThat(services.get("keycloak").get("volumes").toString()).contains("./keycloak/jiuzhu-realm.json:");
        assertThat(services.get("keycloak").get("image").toString())
                .endsWith(":" + pom.replaceAll("(?s).*<keycloak.version>(.*?)</keycloak.version>.*", "$1"));
        assertThat(services.get("database").get("image")).isEqualTo("postgres:17");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> environment(String service) {
        return (Map<String, Object>) services.get(service).get("environment");
    }

    private static Properties settings() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        return java.util.Objects.requireNonNull(yaml.getObject());
    }

    private static String variable(String key) {
        return key.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }
}
