package io.parvis.launcher;

import io.parvis.launcher.console.Console;
import io.parvis.launcher.process.Processes;
import io.parvis.launcher.process.Supervised;
import io.parvis.launcher.process.Supervisor;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs, and the file that says so: it follows every restart, and it is gone before anything is stopped. */
final class Suite {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Processes processes;
    private final Console console;
    private final Map<String, Supervisor> supervisors = new LinkedHashMap<>();
    private @Nullable DevFile announced;

    Suite(Processes processes, Console console) {
        this.processes = processes;
        this.console = console;
    }

    Supervisor start(Supervised supervised) {
        var supervisor = Supervisor.start(supervised, processes, console, this::followRestart);
        synchronized (this) {
            supervisors.put(supervised.spec().name(), supervisor);
        }
        return supervisor;
    }

    synchronized void announce(DevFile devFile) {
        announced = devFile;
        writeDevFile();
    }

    private synchronized void writeDevFile() {
        if (announced != null) {
            var pids = new LinkedHashMap<String, Long>();
            supervisors.forEach((name, supervisor) -> pids.put(name, supervisor.pid()));
            announced.write(pids);
        }
    }

    /** What stands in the file is wrong until this has succeeded, so it is tried until it does. */
    private void followRestart() {
        try {
            writeDevFile();
        } catch (UncheckedIOException e) {
            console.say("dev.json cannot be written (" + e.getCause() + "): trying until it can.");
            Thread.ofVirtual().name("dev-file").start(this::writeDevFileWhenPossible);
        }
    }

    private void writeDevFileWhenPossible() {
        while (!processes.stopping()) {
            try {
                Thread.sleep(BETWEEN_TRIES);
                writeDevFile();
                return;
            } catch (UncheckedIOException e) {
                // Told already; the next try is a second away.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Stops everything, last started first; returns when it has ended. */
    void stop() {
        try {
            withdraw();
        } finally {
            processes.stopAll();
        }
    }

    private synchronized void withdraw() {
        if (announced != null) {
            var file = announced;
            announced = null;
            file.remove();
        }
    }
}
