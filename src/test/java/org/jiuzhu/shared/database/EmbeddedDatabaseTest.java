package org.jiuzhu.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

class EmbeddedDatabaseTest {

    private Path home;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "kept-database-");
    }

    @AfterEach
    void removeHome() throws IOException {
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void dataSurviveAKilledProductAndItsOrphanIsStopped() throws Exception {
        OtherProduct killed = OtherProduct.start(home);
        killed.awaitWritten();
        killed.kill();
        ProcessHandle orphan = server();
        assertThat(orphan.isAlive()).as("the server outlives the product").isTrue();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(home, 0, true)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(server().isAlive()).isTrue();
            assertThat(rows(database)).isEqualTo(1);
        }
    }

    @Test
    void aSecondProductInTheSameHomeIsRefusedAndTheFirstGoesOn() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(home, 0, true)) {
            OtherProduct second = OtherProduct.start(home);

            assertThat(second.awaitEnd())
                    .contains("Another Jiuzhu already uses " + home.toAbsolutePath()
                            + ". Stop it first, or set jiuzhu.home to another directory.");
            assertThat(second.exitCode()).isNotZero();
            first.prepare("still_there");
        }
    }

    @Test
    void aSecondStartInsideOneProductIsRefusedAndLeavesTheFirstItsLock() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(home, 0, true)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(home, 0, true))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Another Jiuzhu already uses");

            OtherProduct stranger = OtherProduct.start(home);
            assertThat(stranger.awaitEnd()).contains("Another Jiuzhu already uses");
            first.prepare("still_there");
        }
        try (EmbeddedDatabase again = EmbeddedDatabase.start(home, 0, true)) {
            again.prepare("and_again");
        }
    }

    private ProcessHandle server() throws IOException {
        Path pid = home.resolve("postgres/postmaster.pid");
        return ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                .orElseThrow();
    }

    private static long rows(EmbeddedDatabase database) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url("kept"), EmbeddedDatabase.OWNER, "");
                var statement = connection.createStatement();
                var found = statement.executeQuery("select count(*) from kept")) {
            found.next();
            return found.getLong(1);
        }
    }
}
