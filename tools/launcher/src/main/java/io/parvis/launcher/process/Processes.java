package io.parvis.launcher.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that this launcher has started, in the order of their first start; stopping goes the other way round. */
public final class Processes {

    private final Path pidFolder;
    private final Set<String> withheld;
    private final Map<String, RunningProcess> running = new LinkedHashMap<>();
    private volatile boolean stopping;

    /**
     * @param pidFolder where the next launcher looks for what this one leaves behind when it is killed
     * @param withheld environment variables that are meant for the launcher and not for its children
     */
    public Processes(Path pidFolder, Set<String> withheld) {
        this.pidFolder = pidFolder;
        this.withheld = Set.copyOf(withheld);
    }

    /**
     * Starts a process; one of the same name that ended before keeps its place in the order.
     *
     * @throws StoppingException when everything is being stopped
     */
    public synchronized RunningProcess start(ProcessSpec spec) {
        if (stopping) {
            throw new StoppingException();
        }
        try {
            Files.createDirectories(pidFolder);
            Files.createDirectories(spec.log().getParent());
            var logFrom = sizeOf(spec.log());
            var process = spawn(spec);
            var started = new RunningProcess(spec, process, logFrom);
            // From here on it is stopped with the others, whatever else fails.
            running.put(spec.name(), started);
            writeDown(process, spec);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process spawn(ProcessSpec spec) throws IOException {
        var command = new ArrayList<>(Detached.newSession());
        command.addAll(spec.command());
        var builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
        builder.environment().keySet().removeAll(withheld);
        builder.environment().putAll(spec.environment());
        return builder.start();
    }

    private void writeDown(Process process, ProcessSpec spec) {
        try {
            PidFile.of(process.toHandle(), spec).write(pidFolder.resolve(spec.name()));
        } catch (IOException e) {
            // Missed only when this launcher is killed before it has stopped the process, which serves meanwhile.
        }
    }

    private static long sizeOf(Path log) throws IOException {
        return Files.exists(log) ? Files.size(log) : 0;
    }

    public boolean stopping() {
        return stopping;
    }

    public synchronized boolean noneStarted() {
        return running.isEmpty();
    }

    /** From here on nothing starts any more; returns when everything has ended. */
    public void stopAll() {
        for (var process : lastFirst()) {
            process.stop();
            forget(process);
        }
    }

    private synchronized List<RunningProcess> lastFirst() {
        stopping = true;
        return new ArrayList<>(running.values()).reversed();
    }

    private void forget(RunningProcess process) {
        try {
            Files.deleteIfExists(pidFolder.resolve(process.name()));
        } catch (IOException e) {
            // A pid file that stays behind names a process that has ended: the next start sees that.
        }
    }
}
