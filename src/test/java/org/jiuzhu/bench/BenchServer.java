package org.jiuzhu.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jiuzhu.shared.database.EmbeddedDatabase;

/** A PostgreSQL that keeps its promises (fsync, synchronous commit), kept between runs; every contestant uses it. */
final class BenchServer implements AutoCloseable {

    static final String SETTINGS =
            "shared_buffers 2GB, max_wal_size 8GB, checkpoint_timeout 15min, random_page_cost 1.1, fsync and synchronous_commit on";

    private final EmbeddedPostgres server;
    private final Path home;
    private final Path data;

    BenchServer(Path home) throws IOException {
        this.home = home;
        data = Files.createDirectories(home).resolve("postgres");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(home.resolve("postgres-binaries").toFile())
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofMinutes(5))
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "2GB")
                .setServerConfig("effective_cache_size", "8GB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setServerConfig("max_wal_size", "8GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .start();
    }

    /** @return whether the database is new */
    boolean prepare(String database) throws SQLException {
        try (Connection admin = admin("postgres");
                var statement = admin.createStatement()) {
            for (String role : new String[] {EmbeddedDatabase.OWNER, EmbeddedDatabase.APP}) {
                statement.execute("do $$ begin create role " + role
                        + " login; exception when duplicate_object then null; end $$");
            }
            try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + database + "'")) {
                if (found.next()) {
                    return false;
                }
            }
            statement.execute("create database " + database + " owner " + EmbeddedDatabase.OWNER);
        }
        try (Connection admin = admin(database);
                var statement = admin.createStatement()) {
            statement.execute("create schema bench");
            statement.execute("create extension pg_stat_statements schema bench");
        }
        return true;
    }

    void drop(String database) throws SQLException {
        try (Connection admin = admin("postgres");
                var statement = admin.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
        }
    }

    Path home() {
        return home;
    }

    /** As the superuser, outside row-level security. */
    Connection admin(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database + "?reWriteBatchedInserts=true";
    }

    long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
