package org.jiuzhu.shared.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of the product's own, kept in {@code home/postgres}. Its data survive restarts and kill -9; a server
 * orphaned by a killed product is stopped before the next start.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration STOP_WAIT = Duration.ofSeconds(30);

    /** Owns schema and tables; runs migrations and the engine's scripts. */
    public static final String OWNER = "jiuzhu_owner";
    /** Reads and writes rows under row-level security; has no DDL. */
    public static final String APP = "jiuzhu_app";

    private final EmbeddedPostgres server;
    private final HomeLock lock;

    private EmbeddedDatabase(EmbeddedPostgres server, HomeLock lock) {
        this.server = server;
        this.lock = lock;
    }

    public static EmbeddedDatabase start(Path home, int port, boolean durable) {
        try {
            Path kept = Files.createDirectories(home.toAbsolutePath());
            HomeLock lock = HomeLock.take(kept);
            try {
                return new EmbeddedDatabase(run(kept, port, durable), lock);
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The embedded PostgreSQL could not be started in " + home, failed);
        }
    }

    private static EmbeddedPostgres run(Path kept, int port, boolean durable) throws IOException {
        Path data = kept.resolve("postgres");
        stopOrphan(data);
        String sync = durable ? "on" : "off";
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(kept.resolve("postgres-binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", sync)
                .setServerConfig("synchronous_commit", sync)
                .setServerConfig("full_page_writes", sync)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("jit", "off")
                .start();
    }

    private static void stopOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        ProcessHandle orphan = lines.isEmpty()
                ? null
                : ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                        .filter(p -> p.info().command().orElse("postgres").contains("postgres"))
                        .orElse(null);
        if (orphan == null) {
            return;
        }
        log.info("Stopping the PostgreSQL (process {}) that an interrupted run left behind", orphan.pid());
        orphan.destroy();
        try {
            orphan.onExit().get(STOP_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException stuck) {
            orphan.destroyForcibly();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("The orphaned PostgreSQL could not be stopped", failed);
        }
    }

    /** Creates the database and its two roles where they are missing. */
    public void prepare(String database) {
        try (Connection admin = server.getPostgresDatabase().getConnection();
                var statement = admin.createStatement()) {
            for (String role : List.of(OWNER, APP)) {
                try (var found = statement.executeQuery("select 1 from pg_roles where rolname = '" + role + "'")) {
                    if (found.next()) {
                        continue;
                    }
                }
                statement.execute("create role " + role + " login");
            }
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + database + " owner " + OWNER);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database " + database + " could not be prepared", failed);
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database + "?reWriteBatchedInserts=true";
    }

    @Override
    public void close() {
        try {
            server.close();
            lock.close();
        } catch (IOException failed) {
            log.warn("The embedded PostgreSQL did not stop cleanly", failed);
        }
    }
}
