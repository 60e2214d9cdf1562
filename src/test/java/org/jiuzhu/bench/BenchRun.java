package org.jiuzhu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What a step works with: the database of its size, and the product on it when it is asked for. */
final class BenchRun implements AutoCloseable {

    private final BenchServer server;
    private final int people;
    private final String step;
    private @Nullable Product product;

    BenchRun(BenchServer server, int people, String step) {
        this.step = step;
        this.server = server;
        this.people = people;
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

    /** How long a burst is measured, in seconds. */
    int seconds() {
        return Integer.getInteger("seconds", 3600);
    }

    Product product(Map<String, Object> settings) {
        if (product == null) {
            product = new Product(server.url(database()), settings);
        }
        return product;
    }

    Product product() {
        return product(Map.of());
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
        try (Connection admin = server.admin(database())) {
            District.run(admin, sql, args);
        }
    }

    /** Lets several threads work until nothing is left; how much they did. */
    static int inLanes(int lanes, IntSupplier chunk) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(lanes);
        try {
            List<Future<Integer>> all = new ArrayList<>();
            for (int lane = 0; lane < lanes; lane++) {
                all.add(threads.submit(() -> untilNothingIsLeft(chunk)));
            }
            int done = 0;
            for (Future<Integer> lane : all) {
                done += lane.get();
            }
            return done;
        } finally {
            threads.shutdownNow();
        }
    }

    private static int untilNothingIsLeft(IntSupplier chunk) {
        int done = 0;
        for (int some = chunk.getAsInt(); some > 0; some = chunk.getAsInt()) {
            done += some;
        }
        return done;
    }

    @Override
    public void close() {
        if (product != null) {
            product.close();
        }
    }
}
