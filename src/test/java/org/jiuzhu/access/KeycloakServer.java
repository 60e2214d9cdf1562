package org.jiuzhu.access;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** A real Keycloak, as a process of its own, that imported the realm file; the build unpacked it below target. */
final class KeycloakServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(150);

    private final Process process;
    private final int port;
    private final int managementPort;
    private final Path log;

    private KeycloakServer(Process process, int port, int managementPort, Path log) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
        this.log = log;
    }

    static KeycloakServer start() throws IOException {
        Path home = unpacked();
        FileSystemUtils.deleteRecursively(home.resolve("data")); // a realm is imported once only
        Path realm = Files.createDirectories(home.resolve("data/import")).resolve("jiuzhu-realm.json");
        Files.copy(Path.of("keycloak/jiuzhu-realm.json"), realm, StandardCopyOption.REPLACE_EXISTING);
        Path log = Path.of("target/keycloak.log");
        int port = freePort();
        int managementPort = freePort();
        var command = new ProcessBuilder(
                home.resolve("bin/kc.sh").toString(),
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--health-enabled=true");
        command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx512m");
        command.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
        Process process =
                command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new KeycloakServer(process, port, managementPort, log);
    }

    /** Returns when the realm answers. */
    KeycloakServer ready() throws IOException {
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        Executor pause = CompletableFuture.delayedExecutor(300, TimeUnit.MILLISECONDS);
        long end = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() < end) {
            try {
                if (http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                // asked again below
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                break;
            }
            CompletableFuture.runAsync(() -> {}, pause).join();
        }
        close();
        throw new IllegalStateException(
                "Keycloak did not start (it has " + START.toSeconds() + " s):\n" + Files.readString(log));
    }

    String url() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Path unpacked() throws IOException {
        try (Stream<Path> found = Files.list(Path.of("target/keycloak"))) {
            return found.filter(path -> Files.exists(path.resolve("bin/kc.sh")))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("target/keycloak is empty: run the test with Maven"));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
