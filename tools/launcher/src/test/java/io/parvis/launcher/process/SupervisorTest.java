package io.parvis.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.parvis.launcher.console.Console;
import io.parvis.launcher.console.LauncherException;
import io.parvis.launcher.file.Folder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SupervisorTest {

    private static final Duration TIME = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final AtomicInteger restarts = new AtomicInteger();
    private Processes processes;

    @BeforeEach
    void begin() {
        processes = new Processes(folder.resolve("pids"), Set.of());
    }

    @AfterEach
    void stopAll() {
        processes.stopAll();
    }

    /** What a shell does with the script, under the name {@code child}. */
    private Supervisor supervise(String script) throws IOException {
        var spec = new ProcessSpec(
                "child",
                Path.of(Detached.onPath("sh").orElseThrow()).toRealPath(),
                List.of("sh", "-c", script),
                Map.of(),
                folder.resolve("child.log"),
                StopSignal.TERM,
                Duration.ofMillis(500));
        var console = new Console(new PrintStream(shown, true, StandardCharsets.UTF_8));
        return Supervisor.start(new Child(spec), processes, console, restarts::incrementAndGet);
    }

    /** Ready when it has said so. */
    private record Child(ProcessSpec spec) implements Supervised {
        @Override
        public boolean ready() {
            return LogFile.lastLines(spec.log(), 0, 1).contains("ready");
        }
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void startsAgainWhatIsKilled() throws Exception {
        var supervisor = supervise("echo ready; while :; do read line < /dev/zero; done");
        var first = supervisor.pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(TIME).untilAsserted(() -> assertThat(restarts).hasValue(1));
        assertThat(supervisor.pid()).isNotEqualTo(first);
        await().atMost(TIME).untilAsserted(() -> assertThat(shown()).contains("died: signal 9", "is back after"));
    }

    @Test
    void startsAgainOnceTheDiskLetsIt() throws Exception {
        var supervisor = supervise("echo ready; while :; do read line < /dev/zero; done");
        var first = supervisor.pid();
        var pids = folder.resolve("pids");
        Folder.delete(pids);
        Files.writeString(pids, "in the way of a folder");

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(TIME).untilAsserted(() -> assertThat(shown()).contains("cannot be started again"));
        Files.delete(pids);
        await().atMost(TIME).untilAsserted(() -> assertThat(restarts).hasValue(1));
        assertThat(shown()).containsOnlyOnce("cannot be started again");
        assertThat(ProcessHandle.of(supervisor.pid()))
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isTrue());
    }

    @Test
    void stopsAlsoWhatCouldNotBeWrittenDown() throws Exception {
        Files.createDirectories(folder.resolve("pids").resolve("child").resolve("in-the-way"));
        var supervisor = supervise("echo ready; while :; do read line < /dev/zero; done");
        var child = ProcessHandle.of(supervisor.pid()).orElseThrow();
        supervisor.awaitReady(TIME);

        processes.stopAll();

        await().atMost(TIME).until(() -> !child.isAlive());
    }

    @Test
    void showsTheLastWordsOfWhatDiesEarly() throws Exception {
        supervise("for i in $(seq 30); do echo line $i; done; exit 3");

        await().atMost(TIME)
                .untilAsserted(() -> assertThat(shown())
                        .contains("died: exit code 3", "child              | line 11\n", "| line 30\n")
                        .doesNotContain("| line 10\n"));
    }

    @Test
    void refusesToWaitForWhatOnlyDies() throws Exception {
        var supervisor = supervise("exit 1");

        assertThatThrownBy(() -> supervisor.awaitReady(TIME))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("child does not start; its log is " + folder.resolve("child.log"));
    }

    @Test
    void killsWhatDoesNotEndWhenAsked() throws Exception {
        var supervisor = supervise("trap '' TERM; echo deaf; while :; do read line < /dev/zero; done");
        await().atMost(TIME)
                .until(() ->
                        !LogFile.lastLines(folder.resolve("child.log"), 0, 1).isEmpty());

        processes.stopAll();

        assertThat(ProcessHandle.of(supervisor.pid())
                        .flatMap(process -> process.info().command()))
                .isEmpty();
        assertThat(restarts).hasValue(0);
    }
}
