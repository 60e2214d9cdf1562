package org.jiuzhu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What a step works with: the database of its size, and the product on it when it is asked for. */
final class BenchRun implements AutoCloseable {

    private final BenchServer server;
    private final int people;
    private String step = "";
    private @Nullable Product product;

    BenchRun(BenchServer server, int people) {
        this.server = server;
        this.people = people;
    }

    void begin(String name) {
        step = name;
    }

    int people() {
        return people;
    }

    BenchServer server() {
        return server;
    }

    String database() {
        return "bench_" + people;
    }

    /** How long a step is measured, in seconds. */
    int seconds() {
        return Integer.getInteger("seconds", 3600);
    }

    /** How long a burst of timers is measured, in seconds; what is left then is told. */
    int burst() {
        return Integer.getInteger("burst", seconds());
    }

    /** One product serves all steps: it is as warm as one that has been running for a while. */
    Product product() {
        if (product == null) {
            product = new Product(server.url(database()));
        }
        return product;
    }

    void withoutProduct() {
        if (product != null) {
            product.close();
            product = null;
        }
    }

    Meter meter() {
        return meter(database());
    }

    Meter meter(String database) {
        return Meter.start(server, database, people + "-" + step);
    }

    long count(String sql) throws SQLException {
        try (Connection admin = server.admin(database());
                var row = admin.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    void sql(String sql, Object... args) throws SQLException {
        sqlIn(database(), sql, args);
    }

    void sqlIn(String database, String sql, Object... args) throws SQLException {
        try (Connection admin = server.admin(database)) {
            District.run(admin, sql, args);
        }
    }

    @Override
    public void close() {
        withoutProduct();
    }
}
