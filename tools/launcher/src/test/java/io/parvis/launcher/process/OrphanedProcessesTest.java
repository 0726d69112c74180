package io.parvis.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.launcher.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class OrphanedProcessesTest {

    @TempDir
    Path folder;

    private Process process;
    private PidFile truth;

    @BeforeEach
    void start() throws IOException {
        process = new ProcessBuilder("sleep", "300").start();
        var info = process.info();
        truth = new PidFile(
                process.pid(),
                info.startInstant().orElseThrow(),
                Path.of(Detached.onPath("sleep").orElseThrow()).toRealPath(),
                StopSignal.TERM);
    }

    @AfterEach
    void end() {
        process.destroyForcibly();
    }

    private void stopOrphans(PidFile written) throws IOException {
        written.write(folder.resolve("member"));
        OrphanedProcesses.stop(
                folder, new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));
    }

    @Test
    void areStoppedAndForgotten() throws Exception {
        stopOrphans(truth);

        assertThat(process.info().command()).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    static Stream<java.util.function.UnaryOperator<PidFile>> somebodyElses() {
        return Stream.of(
                file -> new PidFile(
                        file.pid(), file.startedAt().minusSeconds(60), file.executable(), file.stopSignal()),
                file -> new PidFile(file.pid(), file.startedAt(), Path.of("/usr/bin/java"), file.stopSignal()));
    }

    @ParameterizedTest
    @MethodSource("somebodyElses")
    void areNotThoseWhosePidWasGivenToAnother(java.util.function.UnaryOperator<PidFile> changed) throws Exception {
        stopOrphans(changed.apply(truth));

        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void areNotFoundInAFileThatWasCutShort() throws Exception {
        Files.writeString(folder.resolve("member"), process.pid() + "\n");

        OrphanedProcesses.stop(
                folder, new Console(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8)));

        assertThat(process.isAlive()).isTrue();
    }
}
