package org.jiuzhu.access;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jiuzhu.shared.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.Ordered;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/** Production does not start with what only a demonstration may use; it says so before anything else is started. */
@Component
class ProductionGuard implements BeanFactoryPostProcessor, EnvironmentAware, PriorityOrdered {

    private static final int KEY_BYTES = 32;
    /** How the keys in application.yml begin. */
    private static final String DEMO_KEY = "juzhudemo";

    private @Nullable Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (environment == null) {
            return;
        }
        List<String> problems = problems(environment);
        if (!problems.isEmpty()) {
            throw new UnsafeProduction(problems);
        }
    }

    /** One sentence each; none outside production mode. */
    static List<String> problems(Environment settings) {
        if (!Mode.PRODUCTION.name().equalsIgnoreCase(settings.getProperty("jiuzhu.mode", ""))) {
            return List.of();
        }
        List<String> problems = new ArrayList<>();
        if (!settings.acceptsProfiles(Profiles.of("keycloak"))) {
            problems.add("The profile keycloak is not active: without it everybody logs in with the demo users"
                    + " of the realm file. Set SPRING_PROFILES_ACTIVE=keycloak.");
        }
        if (settings.getProperty("jiuzhu.database.embedded", Boolean.class, true)) {
            problems.add("The embedded database is on: it is for demonstrations."
                    + " Set JIUZHU_DATABASE_EMBEDDED=false and SPRING_DATASOURCE_URL.");
        } else if (settings.getProperty("spring.flyway.user", "")
                .equals(settings.getProperty("spring.datasource.username", ""))) {
            problems.add("Migrations and the product use the same database role: the owner of the tables is not held"
                    + " by row-level security. Set SPRING_FLYWAY_USER and SPRING_DATASOURCE_USERNAME to two roles.");
        }
        checkKey(settings, "jiuzhu.keys.data", "JIUZHU_KEYS_DATA", problems);
        checkKey(settings, "jiuzhu.keys.search", "JIUZHU_KEYS_SEARCH", problems);
        Set<String> demoSecrets = RealmFile.read(RealmFile.SHIPPED).clientSecrets();
        checkSecret(settings, "jiuzhu.keycloak.web.secret", "JIUZHU_KEYCLOAK_WEB_SECRET", demoSecrets, problems);
        checkSecret(
                settings, "jiuzhu.keycloak.identity.secret", "JIUZHU_KEYCLOAK_IDENTITY_SECRET", demoSecrets, problems);
        return problems;
    }

    private static void checkKey(Environment settings, String key, String variable, List<String> problems) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(settings.getProperty(key, ""));
        } catch (IllegalArgumentException notBase64) {
            bytes = new byte[0];
        }
        if (bytes.length != KEY_BYTES) {
            problems.add(
                    "The key %s is not base64 of 32 bytes. Set %s to a secret of your own.".formatted(key, variable));
        } else if (new String(bytes, StandardCharsets.ISO_8859_1).startsWith(DEMO_KEY)) {
            problems.add("The key %s is the published one of the demo. Set %s to a secret of your own."
                    .formatted(key, variable));
        }
    }

    private static void checkSecret(
            Environment settings, String key, String variable, Set<String> demoSecrets, List<String> problems) {
        String secret = settings.getProperty(key, "");
        if (secret.isEmpty() || demoSecrets.contains(secret)) {
            problems.add("The client secret %s is empty or the published one of the demo realm. Set %s."
                    .formatted(key, variable));
        }
    }
}
