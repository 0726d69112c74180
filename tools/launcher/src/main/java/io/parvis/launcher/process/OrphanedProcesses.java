package io.parvis.launcher.process;

import io.parvis.launcher.console.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Processes that a killed launcher has left running. */
public final class OrphanedProcesses {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private OrphanedProcesses() {}

    /** Stops all that the pid files still name, PostgreSQL last, and removes the files. */
    public static void stop(Path pidFolder, Console console) {
        for (var file : pidFiles(pidFolder)) {
            var name = String.valueOf(file.getFileName());
            PidFile.read(file)
                    .ifPresent(written -> written.process().ifPresent(process -> {
                        console.say(
                                name, "still running from an earlier start (pid " + process.pid() + "): stopping it");
                        Termination.stop(process, written.stopSignal(), GRACE);
                    }));
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Path> pidFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.sorted(Comparator.comparing(
                            file -> PidFile.read(file).map(PidFile::stopSignal).orElse(StopSignal.TERM)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
