package org.jiuzhu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

class ProductionGuardTest {

    @Test
    void safeSettingsAreLetThrough() {
        assertThat(ProductionGuard.problems(safe())).isEmpty();
    }

    @Test
    void theDemoIsNotAsked() {
        assertThat(ProductionGuard.problems(new MockEnvironment().withProperty("jiuzhu.mode", "demo")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            jiuzhu.database.embedded        | true                                         | The embedded database is on
            spring.flyway.user              | jiuzhu_app                                   | the same database role
            jiuzhu.keys.data                | anV6aHVkZW1vLWRhdGEta2V5LTMyLWJ5dGVzLWxvbmc= | jiuzhu.keys.data is the published one of the demo
            jiuzhu.keys.search              | anV6aHVkZW1vLXNlYXJjaC1rZXktMzItYnl0ZXMhISE= | jiuzhu.keys.search is the published one of the demo
            jiuzhu.keys.search              | short                                        | jiuzhu.keys.search is not base64
            jiuzhu.keycloak.web.secret      | demo-web-secret                              | jiuzhu.keycloak.web.secret is empty or the published
            jiuzhu.keycloak.identity.secret | ''                                           | jiuzhu.keycloak.identity.secret is empty
            """)
    void oneUnsafeSettingIsOneSentence(String key, String value, String sentence) {
        assertThat(ProductionGuard.problems(safe().withProperty(key, value)))
                .singleElement()
                .asString()
                .contains(sentence)
                .contains("Set ");
    }

    @Test
    void withoutKeycloakEverybodyWouldBeADemoUser() {
        MockEnvironment settings = safe();
        settings.setActiveProfiles();
        assertThat(ProductionGuard.problems(settings))
                .singleElement()
                .asString()
                .contains("profile keycloak is not active");
    }

    @Test
    void theApplicationStopsWithAllSentences() {
        ProductionGuard guard = new ProductionGuard();
        guard.setEnvironment(new MockEnvironment().withProperty("jiuzhu.mode", "production"));
        assertThatExceptionOfType(UnsafeProduction.class)
                .isThrownBy(() -> guard.postProcessBeanFactory(new DefaultListableBeanFactory()))
                .withMessageContaining("profile keycloak")
                .withMessageContaining("embedded database")
                .withMessageContaining("jiuzhu.keys.search");
    }

    private static MockEnvironment safe() {
        MockEnvironment settings = new MockEnvironment()
                .withProperty("jiuzhu.mode", "production")
                .withProperty("jiuzhu.database.embedded", "false")
                .withProperty("spring.flyway.user", "jiuzhu_owner")
                .withProperty("spring.datasource.username", "jiuzhu_app")
                .withProperty("jiuzhu.keys.data", key('a'))
                .withProperty("jiuzhu.keys.search", key('b'))
                .withProperty("jiuzhu.keycloak.web.secret", "a-secret-of-our-own")
                .withProperty("jiuzhu.keycloak.identity.secret", "another-secret-of-our-own");
        settings.setActiveProfiles("keycloak");
        return settings;
    }

    private static String key(char filling) {
        return Base64.getEncoder()
                .encodeToString(String.valueOf(filling).repeat(32).getBytes());
    }
}
