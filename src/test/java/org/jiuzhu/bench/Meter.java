package org.jiuzhu.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a stretch of work cost: time, processor time here and in PostgreSQL, rows, statements, WAL, disk. */
final class Meter {

    private static final double TICKS_PER_SECOND = 100;

    private static final String COUNTS =
            """
            select (select coalesce(sum(n_tup_ins), 0) from pg_stat_user_tables) inserted,
              (select coalesce(sum(n_tup_upd), 0) from pg_stat_user_tables) updated,
              (select coalesce(sum(n_tup_del), 0) from pg_stat_user_tables) deleted,
              (select coalesce(sum(calls), 0) from bench.pg_stat_statements s join pg_database d on d.oid = s.dbid
                where d.datname = current_database()) statements,
              pg_current_wal_insert_lsn() - '0/0'::pg_lsn wal, pg_database_size(current_database()) disk
            """;

    private final BenchServer server;
    private final String database;
    private final String name;
    private final Map<String, Double> before;

    private Meter(BenchServer server, String database, String name) {
        this.name = name;
        this.server = server;
        this.database = database;
        ask("select bench.pg_stat_statements_reset()");
        this.before = read();
    }

    /** @param name of what is measured; the statements that took longest are kept in a file of that name */
    static Meter start(BenchServer server, String database, String name) {
        return new Meter(server, database, name);
    }

    /** The statements since the start that took longest, one a line: milliseconds, calls, rows, text. */
    private List<String> statements() {
        return ask(
                """
                select round(total_exec_time) || ' ms ' || calls || ' calls ' || rows || ' rows ' ||
                  left(regexp_replace(query, '\s+', ' ', 'g'), 200)
                from bench.pg_stat_statements s join pg_database d on d.oid = s.dbid
                where d.datname = current_database() order by total_exec_time desc limit 40
                """);
    }

    private List<String> ask(String sql) {
        try (Connection admin = server.admin(database);
                ResultSet row = admin.createStatement().executeQuery(sql)) {
            List<String> lines = new ArrayList<>();
            while (row.next()) {
                lines.add(row.getString(1));
            }
            return lines;
        } catch (SQLException failed) {
            throw new IllegalStateException("The server could not be asked", failed);
        }
    }

    /** @param many how many things were done, so that everything is told per thing too */
    Map<String, Object> stop(long many) {
        double end = System.nanoTime() / 1e9;
        letCountsArrive();
        Map<String, Double> after = read();
        after.put("seconds", end);
        write(statements());
        Map<String, Object> spent = new LinkedHashMap<>();
        double seconds = after.get("seconds") - before.get("seconds");
        spent.put("n", many);
        spent.put("seconds", round(seconds));
        spent.put("per_second", round(many / seconds));
        for (String what : after.keySet()) {
            double difference = after.get(what) - before.get(what);
            switch (what) {
                case "seconds" -> {}
                case "cpu_jvm", "cpu_pg" -> spent.put(what + "_ms_each", round(1000 * difference / Math.max(many, 1)));
                default -> spent.put(what + "_each", round(difference / Math.max(many, 1)));
            }
        }
        return spent;
    }

    /** Connections that rest report their rows after a second. */
    private static void letCountsArrive() {
        try {
            Thread.sleep(2000);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<String> statements) {
        try {
            Files.write(server.home().resolve("statements-" + name + ".txt"), statements);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How long that takes, in milliseconds. */
    static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** @param times in milliseconds, at least one */
    static void spread(Map<String, Object> measured, String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        measured.put(what + " p50 ms", round(sorted.get(sorted.size() / 2)));
        measured.put(what + " p95 ms", round(sorted.get(sorted.size() * 95 / 100)));
    }

    static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private Map<String, Double> read() {
        Map<String, Double> now = new LinkedHashMap<>();
        try (Connection admin = server.admin(database);
                var statement = admin.createStatement()) {
            statement.execute("select pg_stat_force_next_flush()");
            try (ResultSet row = statement.executeQuery(COUNTS)) {
                row.next();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    now.put(row.getMetaData().getColumnLabel(i), row.getDouble(i));
                }
            }
            now.put("cpu_pg", processorTime(server.postmaster()));
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("The meter could not be read", failed);
        }
        now.put(
                "cpu_jvm",
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9);
        now.put("seconds", System.nanoTime() / 1e9);
        return now;
    }

    /** Of the server and all its children, living and dead, in seconds. */
    private static double processorTime(long postmaster) throws IOException {
        long own = ticks(postmaster, 13, 14, 15, 16);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return (own
                            + processes
                                    .map(path -> path.getFileName().toString())
                                    .filter(name -> name.chars().allMatch(Character::isDigit))
                                    .mapToLong(Long::parseLong)
                                    .filter(pid -> field(pid, 3) == postmaster)
                                    .map(pid -> ticks(pid, 13, 14))
                                    .sum())
                    / TICKS_PER_SECOND;
        }
    }

    private static long ticks(long pid, int... fields) {
        long sum = 0;
        for (int field : fields) {
            sum += Math.max(0, field(pid, field));
        }
        return sum;
    }

    /** A number of /proc/pid/stat; -1 for a process that has ended meanwhile. */
    private static long field(long pid, int index) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(rest[index - 2]);
        } catch (NoSuchFileException ended) {
            return -1;
        } catch (IOException ended) {
            if (String.valueOf(ended.getMessage()).contains("No such process")) {
                return -1;
            }
            throw new UncheckedIOException(ended);
        }
    }
}
