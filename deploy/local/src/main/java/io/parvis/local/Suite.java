package io.parvis.local;

import io.parvis.local.console.Console;
import io.parvis.local.process.Processes;
import io.parvis.local.process.Supervised;
import io.parvis.local.process.Supervisor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What runs, and the file that says so: it follows every restart, and it is gone before anything is stopped. */
final class Suite {

    private final Processes processes;
    private final Console console;
    private final Map<String, Supervisor> supervisors = new LinkedHashMap<>();
    private @Nullable DevFile announced;

    Suite(Processes processes, Console console) {
        this.processes = processes;
        this.console = console;
    }

    Supervisor start(Supervised supervised) {
        var supervisor = Supervisor.start(supervised, processes, console, this::writeDevFile);
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

    /** Stops everything, last started first; returns when it has ended. */
    void stop() {
        withdraw();
        processes.stopAll();
    }

    private synchronized void withdraw() {
        if (announced != null) {
            announced.remove();
            announced = null;
        }
    }
}
