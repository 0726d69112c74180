package io.parvis.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real launcher and the real PostgreSQL; in place of the services, dummies that start at once. */
@Tag("slow")
class LauncherTest {

    private static final Duration START_TIME = Duration.ofSeconds(60);
    private static final Duration REACTION_TIME = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final int port = LauncherProcess.freePorts();
    private final List<LauncherProcess> started = new ArrayList<>();

    @BeforeEach
    void build() {
        DummyMember.checkout(folder);
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        for (var launcher : started) {
            launcher.close();
        }
    }

    private LauncherProcess launch(String... arguments) {
        return launch(Map.of("PARVIS_AOT", "off"), arguments);
    }

    private LauncherProcess launch(Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dparvis.root=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        var launcher = LauncherProcess.start(command, folder.resolve("var"), port, environment);
        started.add(launcher);
        return launcher;
    }

    private LauncherProcess launchAndAwait(String... arguments) {
        return launch(arguments).awaitUp(START_TIME);
    }

    /** Orphans may have ended without init having noticed. */
    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    @Test
    void tellsWhereEverythingIsOnceAllIsHealthy() {
        var parvis = launchAndAwait();

        assertThat(parvis.dev().get("gateway").asText()).isEqualTo("http://localhost:" + port);
        assertThat(parvis.pids())
                .containsOnlyKeys("postgres", "presence-service", "engagement-service", "reputation-service", "gateway")
                .allSatisfy((name, pid) -> assertThat(isAlive(pid)).as(name).isTrue());
    }

    @Test
    void startsAgainWhatDiesAndNamesTheNewProcess() {
        var parvis = launchAndAwait();
        var before = parvis.pids();

        before.values().forEach(LauncherTest::kill);

        await().atMost(REACTION_TIME)
                .untilAsserted(() -> assertThat(parvis.output())
                        .contains("postgres           | is back")
                        .contains("presence-service   | is back")
                        .contains("engagement-service | is back")
                        .contains("reputation-service | is back")
                        .contains("gateway            | is back"));
        assertThat(parvis.pids().values()).doesNotContainAnyElementsOf(before.values());
    }

    @Test
    void leavesNothingRunningWhenToldToStop() throws Exception {
        var parvis = launchAndAwait();
        var pids = parvis.pids();

        var exitCode = parvis.stop();

        assertThat(exitCode).isZero();
        assertThat(parvis.devFile()).doesNotExist();
        assertThat(pids.values()).noneMatch(LauncherTest::isAlive);
    }

    @Test
    void leavesNothingRunningWhenToldToStopWhileStarting() throws Exception {
        var parvis = launch();
        await().atMost(START_TIME).until(() -> parvis.output().contains("postgres           | is ready"));

        var exitCode = parvis.stop();

        assertThat(exitCode).isZero();
        assertThat(processesOf(folder)).isEmpty();
    }

    @Test
    void stopsWhatAKilledLauncherLeftBehind() throws Exception {
        var killed = launchAndAwait();
        var orphans = killed.pids();
        killed.kill();

        var next = launchAndAwaitAnew(killed);

        assertThat(orphans.values()).noneMatch(LauncherTest::isAlive);
        assertThat(next.pids().values()).allMatch(LauncherTest::isAlive);
    }

    private LauncherProcess launchAndAwaitAnew(LauncherProcess killed) throws Exception {
        // What a killed launcher could not remove.
        Files.delete(killed.devFile());
        return launchAndAwait();
    }

    @Test
    void refusesASecondLauncherOnTheSameFolder() throws Exception {
        var first = launchAndAwait();

        var second = launch();

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.output())
                .startsWith("Parvis is already running from ")
                .contains("PARVIS_VAR");
        assertThat(first.devFile()).exists();
    }

    @Test
    void keepsSecretsAndMakesNewOnesOnlyWhenAskedToStartFresh() throws Exception {
        var first = launchAndAwait();
        var key = first.dev().get("apiKey").asText();
        first.stop();
        var second = launchAndAwait();
        var kept = second.dev().get("apiKey").asText();
        second.stop();

        var fresh = launchAndAwait("--fresh");

        assertThat(kept).isEqualTo(key);
        assertThat(fresh.dev().get("apiKey").asText()).isNotEqualTo(key);
    }

    @Test
    void refusesToMakeALostSecretAnewBesideADatabase() throws Exception {
        launchAndAwait().stop();
        var key = folder.resolve("var/secrets/fan-wrapping-key");
        var content = Files.readString(key);
        Files.delete(key);

        var refused = launch();

        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.output()).contains("these are gone from ", ": fan-wrapping-key. Put them back");
        assertThat(key).doesNotExist();
        Files.writeString(key, content);
        launchAndAwait();
    }

    @Test
    void forgetsNothingWhenAFreshStartIsRefused() throws Exception {
        launchAndAwait().stop();
        var key = Files.readString(folder.resolve("var/secrets/fan-wrapping-key"));

        try (var other = new ServerSocket()) {
            other.setReuseAddress(true);
            other.bind(new InetSocketAddress("127.0.0.1", port));
            var refused = launch("--fresh");
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.output()).contains("Port " + port + ", which gateway needs");
        }

        assertThat(folder.resolve("var/secrets/fan-wrapping-key")).content().isEqualTo(key);
        assertThat(folder.resolve("var/postgres/PG_VERSION")).exists();
    }

    @Test
    void keepsRunningWhenItsFileCannotBeWrittenAndWritesItOnceItCan() throws Exception {
        var parvis = launchAndAwait();
        var before = parvis.pids();
        Files.delete(parvis.devFile());
        var inTheWay = Files.createDirectories(parvis.devFile().resolve("in-the-way"));

        kill(before.get("presence-service"));

        await().atMost(REACTION_TIME)
                .untilAsserted(() -> assertThat(parvis.output())
                        .contains("dev.json cannot be written", "presence-service   | is back"));
        Files.delete(inTheWay);
        Files.delete(parvis.devFile());
        await().atMost(REACTION_TIME).until(() -> Files.exists(parvis.devFile()));
        await().atMost(REACTION_TIME)
                .untilAsserted(() -> assertThat(parvis.pids().get("presence-service"))
                        .isNotNull()
                        .isNotEqualTo(before.get("presence-service")));
    }

    @Test
    void leavesNothingRunningThoughItsFileCannotBeRemoved() throws Exception {
        var parvis = launchAndAwait();
        var pids = parvis.pids();
        Files.delete(parvis.devFile());
        Files.createDirectories(parvis.devFile().resolve("in-the-way"));

        var exitCode = parvis.stop();

        assertThat(exitCode).isEqualTo(1);
        assertThat(pids.values()).noneMatch(LauncherTest::isAlive);
    }

    @Test
    void showsWhatAMemberThatDoesNotStartHasToSay() throws Exception {
        var parvis = launch(Map.of("PARVIS_AOT", "off", "PARVIS_JAVA_OPTS_PRESENCE", "-XX:NoSuchOption"));

        assertThat(parvis.exitCode()).isEqualTo(1);
        assertThat(parvis.output())
                .contains("presence-service   | died: exit code 1")
                .contains("Unrecognized VM option 'NoSuchOption'")
                .contains("presence-service does not start; its log is ");
        assertThat(processesOf(folder)).isEmpty();
    }

    @Test
    void startsFromACacheOnceOneIsMade() throws Exception {
        var parvis = launch(new HashMap<>()).awaitUp(START_TIME);

        assertThat(parvis.output()).contains("presence-service   | cache made in ");
        assertThat(folder.resolve("var/aot")).isDirectoryContaining("glob:**/presence-service-*.aot");
        assertThat(commandLine(parvis.pids().get("presence-service"))).contains("-XX:AOTCache=");
    }

    @Test
    void keepsSecretsOffTheCommandLineAndItsOwnSettingsFromItsChildren() throws Exception {
        var parvis = launchAndAwait();

        assertThat(commandLine(parvis.pids().get("gateway")))
                .doesNotContain(parvis.dev().get("apiKey").asText());
        var environment = java.net.URI.create("http://127.0.0.1:" + port + "/").toURL();
        try (var answer = environment.openStream()) {
            assertThat(new String(answer.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).lines())
                    .contains("PARVIS_SIGNING_KEY", "PARVIS_INITIAL_API_KEYS_ALL_KEY", "PARVIS_DATABASE_PASSWORD")
                    .doesNotContain("PARVIS_PORT", "PARVIS_VAR");
        }
    }

    private static String commandLine(long pid) throws Exception {
        return Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"));
    }

    /** Every process that was started with something below the folder on its command line. */
    private static List<Long> processesOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.contains(folder.toString()))
                        .orElse(false))
                .map(ProcessHandle::pid)
                .toList();
    }
}
