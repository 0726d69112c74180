package io.parvis.launcher.postgres;

import io.parvis.launcher.console.LauncherException;
import io.parvis.launcher.file.Folder;
import io.parvis.launcher.process.ProcessSpec;
import io.parvis.launcher.process.Processes;
import io.parvis.launcher.process.StopSignal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The data folder: made whole or not at all, and only ever opened by the major version that made it. */
final class PostgresData {

    private final Path folder;

    PostgresData(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    boolean exists() {
        return Files.exists(folder.resolve("PG_VERSION"));
    }

    void refuseAnotherMajor(String major) {
        try {
            var found = Files.readString(folder.resolve("PG_VERSION")).strip();
            if (!found.equals(major)) {
                throw new LauncherException(
                        "The data in " + folder + " was made by PostgreSQL " + found + " and this is "
                                + major + ": dump and load it with version " + found
                                + ", or start empty with ./parvis up --fresh.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs initdb beside the folder and moves the result into place. */
    void create(PostgresBinaries binaries, Processes processes, Path log, String superuser, Path passwordFile)
            throws InterruptedException {
        var unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        var command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + unfinished,
                "--username=" + superuser,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // PostgreSQL's own, so that no upgrade of the machine's C library can change an index's order.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-instructions"));
        try {
            Files.createDirectories(folder.getParent());
            Folder.delete(unfinished);
            var initdb = processes.start(new ProcessSpec(
                    "initdb",
                    binaries.program("initdb"),
                    command,
                    Map.of("LC_ALL", "C"),
                    log,
                    StopSignal.TERM,
                    Duration.ofSeconds(5)));
            if (initdb.waitFor() != 0) {
                throw new LauncherException(
                        "PostgreSQL could not make its data folder: " + String.join(" ", initdb.lastLines(5)));
            }
            Files.move(unfinished, folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
