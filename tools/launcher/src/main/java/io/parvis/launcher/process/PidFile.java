package io.parvis.launcher.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is written down about a running process. Pids are given out again, so the start time and the executable must
 * match as well before anything is signalled.
 */
record PidFile(long pid, Instant startedAt, Path executable, StopSignal stopSignal) {

    /** The kernel counts from boot in ticks, and the clock may have been set since. */
    private static final Duration CLOCK_SLACK = Duration.ofSeconds(2);

    static PidFile of(ProcessHandle process, ProcessSpec spec) {
        return new PidFile(
                process.pid(),
                process.info().startInstant().orElseGet(Instant::now),
                spec.executable(),
                spec.stopSignal());
    }

    void write(Path file) throws IOException {
        Files.write(
                file,
                List.of(
                        Long.toString(pid),
                        Long.toString(startedAt.toEpochMilli()),
                        executable.toString(),
                        stopSignal.name()));
    }

    /** Empty where the file is not one of ours, or was cut short. */
    static Optional<PidFile> read(Path file) {
        try {
            var lines = Files.readAllLines(file);
            return Optional.of(new PidFile(
                    Long.parseLong(lines.get(0)),
                    Instant.ofEpochMilli(Long.parseLong(lines.get(1))),
                    Path.of(lines.get(2)),
                    StopSignal.valueOf(lines.get(3))));
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** The process itself, if it is still the one that was written down. */
    Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isTheSame);
    }

    private boolean isTheSame(ProcessHandle candidate) {
        var info = candidate.info();
        return info.startInstant()
                        .map(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_SLACK) <= 0)
                        .orElse(false)
                && info.command().map(this::isTheExecutable).orElse(false);
    }

    /** Linux marks an executable that was replaced under a running process. */
    private boolean isTheExecutable(String command) {
        return command.equals(executable.toString()) || command.equals(executable + " (deleted)");
    }
}
