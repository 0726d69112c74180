package io.parvis.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * PostgreSQL backends that outlived their postmaster. They end by themselves when they notice, but one in the middle
 * of a long statement does not check, and until it ends the shared memory is in use and no new postmaster can start.
 */
final class OrphanedBackends {

    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Path program;
    private final Path dataFolder;

    OrphanedBackends(Path program, Path dataFolder) {
        this.program = program;
        this.dataFolder = dataFolder;
    }

    /** Returns when none is left: they are waited for, then asked to end, then killed. */
    void clear() {
        try {
            if (!goneWithin(TIMEOUT)) {
                find().forEach(ProcessHandle::destroy);
                if (!goneWithin(TIMEOUT)) {
                    find().forEach(ProcessHandle::destroyForcibly);
                    goneWithin(TIMEOUT);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goneWithin(Duration time) throws InterruptedException {
        var deadline = System.nanoTime() + time.toNanos();
        while (!find().isEmpty()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(POLL);
        }
        return true;
    }

    /** By program and working folder, which are ours alone. */
    private List<ProcessHandle> find() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").equals(program.toString()))
                .filter(process -> worksIn(process.pid()))
                .toList();
    }

    private boolean worksIn(long pid) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(pid), "cwd"))
                    .equals(dataFolder);
        } catch (IOException e) {
            // It has just ended, or this system has no /proc; then there is nothing to tell them by.
            return false;
        }
    }
}
