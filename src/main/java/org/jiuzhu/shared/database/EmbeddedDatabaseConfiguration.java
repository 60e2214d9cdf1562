package org.jiuzhu.shared.database;

import org.jiuzhu.shared.JiuzhuProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "jiuzhu.database.embedded", havingValue = "true", matchIfMissing = true)
class EmbeddedDatabaseConfiguration {

    private static final String DATABASE = "jiuzhu";

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(JiuzhuProperties properties) {
        var database = EmbeddedDatabase.start(
                properties.home(),
                properties.database().port(),
                properties.database().durable());
        database.prepare(DATABASE);
        return database;
    }

    @Bean
    JdbcConnectionDetails applicationConnection(EmbeddedDatabase database) {
        return new AppLogin(EmbeddedDatabase.APP, "", database.url(DATABASE));
    }

    @Bean
    FlywayConnectionDetails ownerConnection(EmbeddedDatabase database) {
        return new OwnerLogin(EmbeddedDatabase.OWNER, "", database.url(DATABASE));
    }

    private record AppLogin(String getUsername, String getPassword, String getJdbcUrl)
            implements JdbcConnectionDetails {}

    private record OwnerLogin(String getUsername, String getPassword, String getJdbcUrl)
            implements FlywayConnectionDetails {}
}
