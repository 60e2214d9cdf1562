package org.jiuzhu.shared.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.stream.Collectors;

/** A product in a process of its own: opens the database of a home, writes one row and stays until it is killed. */
final class OtherProduct {

    private static final String READY = "written";

    private final Process process;

    private OtherProduct(Process process) {
        this.process = process;
    }

    public static void main(String[] args) throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), 0, true);
        database.prepare("kept");
        try (var connection = DriverManager.getConnection(database.url("kept"), EmbeddedDatabase.OWNER, "");
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists kept (id bigint generated always as identity)");
            statement.execute("insert into kept default values");
        }
        System.out.println(READY);
        Thread.currentThread().join();
    }

    static OtherProduct start(Path home) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new OtherProduct(new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-Xmx128m",
                        "-cp",
                        classPath,
                        OtherProduct.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start());
    }

    /** Waits until its row is written. */
    void awaitWritten() throws IOException {
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals(READY)) {
                return;
            }
        }
        throw new AssertionError("The product ended with " + process.exitValue());
    }

    /** Everything that it said, once it has ended by itself. */
    String awaitEnd() throws InterruptedException {
        String said = process.inputReader().lines().collect(Collectors.joining("\n"));
        process.waitFor();
        return said;
    }

    int exitCode() {
        return process.exitValue();
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
