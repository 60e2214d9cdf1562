package org.jiuzhu.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jiuzhu.shared.database.EmbeddedDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.util.FileSystemUtils;

/** One real PostgreSQL for a test run, thrown away at its end; each Spring context gets a database of its own. */
public final class TestDatabase {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();

    private TestDatabase() {}

    /** A fresh, empty database; its name. */
    public static String create() {
        String name = "jiuzhu_test_" + CONTEXTS.incrementAndGet();
        Server.RUNNING.prepare(name);
        return name;
    }

    public static String url(String name) {
        return Server.RUNNING.url(name);
    }

    private static final class Server {

        static final EmbeddedDatabase RUNNING = start();

        private static EmbeddedDatabase start() {
            try {
                Path home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-database-");
                EmbeddedDatabase server = EmbeddedDatabase.start(home, 0, false);
                // After the last Spring context, which still signs off in its database.
                SpringApplication.getShutdownHandlers().add(() -> {
                    server.close();
                    FileSystemUtils.deleteRecursively(home.toFile());
                });
                return server;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** Connects a test context as the application role, and Flyway as the owner. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Connection {

        private final String url = url(create());

        @Bean
        JdbcConnectionDetails testConnection() {
            return new AppLogin(EmbeddedDatabase.APP, "", url);
        }

        @Bean
        FlywayConnectionDetails testOwnerConnection() {
            return new OwnerLogin(EmbeddedDatabase.OWNER, "", url);
        }

        private record AppLogin(String getUsername, String getPassword, String getJdbcUrl)
                implements JdbcConnectionDetails {}

        private record OwnerLogin(String getUsername, String getPassword, String getJdbcUrl)
                implements FlywayConnectionDetails {}
    }
}
