package io.parvis.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.parvis.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {

    private static final Duration TIME = Duration.ofSeconds(20);
    private static final long MOST_BYTES = 100_000;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(shown, true, StandardCharsets.UTF_8));
    private Processes processes;

    @AfterEach
    void stopAll() {
        if (processes != null) {
            processes.stopAll();
        }
    }

    private LogRotation bounds() {
        return new LogRotation(folder, console, MOST_BYTES);
    }

    private Path log() {
        return folder.resolve("talker.log");
    }

    /** A process that counts aloud, a line each time. */
    private RunningProcess talk() throws Exception {
        processes = new Processes(folder.resolve("pids"), Set.of());
        return processes.start(new ProcessSpec(
                "talker",
                Path.of(Detached.onPath("sh").orElseThrow()).toRealPath(),
                List.of("sh", "-c", "i=0; while :; do i=$((i+1)); echo number $i of many; done"),
                Map.of(),
                log(),
                StopSignal.TERM,
                Duration.ofMillis(500)));
    }

    @Test
    void turnOverALogWhileItIsWritten() throws Exception {
        var talker = talk();
        await().atMost(TIME).until(() -> Files.size(log()) > MOST_BYTES);

        bounds().rotateIfFull();

        assertThat(folder.resolve("talker.log.1")).content().startsWith("number 1 of many\n");
        await().atMost(TIME)
                .untilAsserted(
                        () -> assertThat(talker.lastLines(3)).hasSize(3).allMatch(line -> line.startsWith("number ")));
        processes.stopAll();
        assertThat(Files.readString(log())).doesNotContain("\0").doesNotContain("number 1 of many");
    }

    @Test
    void leaveASmallLogAlone() throws Exception {
        Files.writeString(log(), "little\n");

        bounds().rotateIfFull();

        assertThat(log()).hasContent("little");
        assertThat(folder.resolve("talker.log.1")).doesNotExist();
    }

    @Test
    void tellOnceWhatCannotBeTurnedOverAndTryAgain() throws Exception {
        var inTheWay = Files.createDirectories(folder.resolve("talker.log.1").resolve("in-the-way"));
        Files.writeString(log(), "x".repeat((int) MOST_BYTES + 1));
        var bounds = bounds();

        bounds.rotateIfFull();
        bounds.rotateIfFull();

        assertThat(shown.toString(StandardCharsets.UTF_8)).containsOnlyOnce("cannot be turned over");
        Files.delete(inTheWay);
        bounds.rotateIfFull();
        assertThat(Files.size(log())).isZero();
    }
}
