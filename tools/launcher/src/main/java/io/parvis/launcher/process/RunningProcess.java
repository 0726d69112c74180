package io.parvis.launcher.process;

import java.time.Duration;
import java.util.List;

/** A process that was started, alive or not. */
public final class RunningProcess {

    private final ProcessSpec spec;
    private final Process process;
    private final long startedAtNanos = System.nanoTime();
    private final long logFrom;

    RunningProcess(ProcessSpec spec, Process process, long logFrom) {
        this.spec = spec;
        this.process = process;
        this.logFrom = logFrom;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Duration uptime() {
        return Duration.ofNanos(System.nanoTime() - startedAtNanos);
    }

    /** Waits for its end and returns the exit code; 128 and more is a signal's number added. */
    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Whether it ended in time. */
    public boolean waitFor(Duration time) throws InterruptedException {
        return process.waitFor(time);
    }

    /** Asks it to end, and does not wait. */
    public void askToEnd() {
        Termination.send(process.toHandle(), spec.stopSignal());
    }

    /** The end of what this run wrote to its log. */
    public List<String> lastLines(int count) {
        return LogFile.lastLines(spec.log(), logFrom, count);
    }

    /** Asks it to end and waits; kills it when its grace is over. */
    public void stop() {
        Termination.stop(process.toHandle(), spec.stopSignal(), spec.grace());
    }

    String name() {
        return spec.name();
    }
}
