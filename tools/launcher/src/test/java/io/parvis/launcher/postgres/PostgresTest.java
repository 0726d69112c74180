package io.parvis.launcher.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parvis.launcher.console.Console;
import io.parvis.launcher.console.LauncherException;
import io.parvis.launcher.file.PrivateFile;
import io.parvis.launcher.process.Processes;
import io.parvis.launcher.process.Supervisor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class PostgresTest {

    private static final Duration TIME = Duration.ofSeconds(60);
    private static final String PASSWORD = "only-for-tests";

    /** One for all, since unpacking takes a second. */
    @TempDir
    static Path programs;

    @TempDir
    Path folder;

    private final Console console =
            new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    private Processes processes;
    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        processes = new Processes(folder.resolve("pids"), Set.of());
        PrivateFile.write(folder.resolve("password"), PASSWORD);
    }

    @AfterEach
    void stop() {
        processes.stopAll();
    }

    private Supervisor start() throws InterruptedException {
        var supervisor = Supervisor.start(prepare(), processes, console, () -> {});
        supervisor.awaitReady(TIME);
        return supervisor;
    }

    private Postgres prepare() throws InterruptedException {
        return Postgres.prepare(
                programs,
                folder.resolve("data"),
                folder.resolve("postgres.log"),
                folder.resolve("password"),
                port,
                processes,
                console);
    }

    private Connection connect(String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", Postgres.SUPERUSER, password);
    }

    private String ask(String sql) throws SQLException {
        try (var connection = connect(PASSWORD);
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = connect(PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void isDurableAndAsksForAPassword() throws Exception {
        start();

        assertThat(ask("show fsync")).isEqualTo("on");
        assertThat(ask("show synchronous_commit")).isEqualTo("on");
        assertThat(ask("show full_page_writes")).isEqualTo("on");
        assertThat(ask("show listen_addresses")).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> connect("a guess")).isInstanceOf(SQLException.class);
    }

    @Test
    void isTheProcessThatItsPidNames() throws Exception {
        var supervisor = start();

        assertThat(Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst())
                .isEqualTo(Long.toString(supervisor.pid()));
    }

    @Test
    void findsItsDataAgainAfterACleanStop() throws Exception {
        start();
        run("create table kept as select 42 as answer");
        processes.stopAll();
        processes = new Processes(folder.resolve("pids"), Set.of());

        start();

        assertThat(ask("select answer from kept")).isEqualTo("42");
        assertThat(Files.readString(folder.resolve("postgres.log"))).doesNotContain("was not properly shut down");
    }

    @Test
    void recoversWhatWasCommittedBeforeItWasKilled() throws Exception {
        var supervisor = start();
        run("create table kept as select 42 as answer");
        var killed = supervisor.pid();

        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        await().atMost(TIME).until(() -> supervisor.pid() != killed);
        supervisor.awaitReady(TIME);
        assertThat(ask("select answer from kept")).isEqualTo("42");
    }

    @Test
    void startsAgainThoughABackendIsStillBusyForTheKilledOne() throws Exception {
        var supervisor = start();
        var killed = supervisor.pid();
        try (var busy = connect(PASSWORD)) {
            var row = busy.createStatement().executeQuery("select pg_backend_pid()");
            row.next();
            var backendPid = row.getLong(1);
            Thread.ofVirtual().start(() -> count(busy));
            await().atMost(TIME)
                    .until(() -> ask("select count(*) from pg_stat_activity where query like '%series%'"
                                    + " and state = 'active' and pid <> pg_backend_pid()")
                            .equals("1"));

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(TIME).until(() -> supervisor.pid() != killed);
            supervisor.awaitReady(TIME);
            assertThat(ProcessHandle.of(backendPid)
                            .flatMap(backend -> backend.info().command()))
                    .isEmpty();
        }
    }

    /** Keeps one processor busy and never looks whether its postmaster lives. */
    private static void count(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute("select count(*) from generate_series(1, 100000000000)");
        } catch (SQLException e) {
            // Its end is what the test is about.
        }
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "15\n");

        assertThatThrownBy(this::prepare)
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("PostgreSQL 15")
                .hasMessageContaining("--fresh");
    }
}
