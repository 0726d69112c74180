package io.parvis.launcher.process;

import io.parvis.launcher.console.Console;
import io.parvis.launcher.console.LauncherException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/** Keeps one process running: starts it again when it dies, and says so. */
public final class Supervisor {

    private static final int LINES_SHOWN = 20;
    private static final int CRASHES_AT_START = 3;
    private static final Duration EARLY = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Supervised supervised;
    private final ProcessSpec spec;
    private final Processes processes;
    private final Console console;
    private final Runnable afterRestart;
    private final RestartPolicy policy = new RestartPolicy();

    private volatile RunningProcess current;
    private volatile int crashes;
    private volatile boolean givenUp;

    private Supervisor(Supervised supervised, Processes processes, Console console, Runnable afterRestart) {
        this.supervised = supervised;
        this.spec = supervised.spec();
        this.processes = processes;
        this.console = console;
        this.afterRestart = afterRestart;
        supervised.prepare();
        this.current = processes.start(spec);
    }

    /**
     * Starts the process and a thread that watches it.
     *
     * @param afterRestart run after each start but the first, when the new pid is known; throws nothing
     */
    public static Supervisor start(Supervised supervised, Processes processes, Console console, Runnable afterRestart) {
        var supervisor = new Supervisor(supervised, processes, console, afterRestart);
        Thread.ofVirtual().name("watch-" + supervisor.spec.name()).start(supervisor::watch);
        Thread.ofVirtual().start(() -> supervisor.tellWhenReady("is ready"));
        return supervisor;
    }

    /** The pid of the process that runs now, or ran last. */
    public long pid() {
        return current.pid();
    }

    /**
     * Waits until the process answers.
     *
     * @throws LauncherException when it keeps dying, or has not answered in time
     */
    public void awaitReady(Duration time) throws InterruptedException {
        var deadline = System.nanoTime() + time.toNanos();
        while (!(current.isAlive() && supervised.ready())) {
            if (processes.stopping()) {
                throw new StoppingException();
            }
            if (givenUp || crashes >= CRASHES_AT_START) {
                throw new LauncherException(spec.name() + " does not start; its log is " + spec.log() + ".");
            }
            if (System.nanoTime() > deadline) {
                console.say(spec.name(), current.lastLines(LINES_SHOWN));
                throw new LauncherException(spec.name() + " was not ready after " + time.toSeconds() + " s; its log is "
                        + spec.log() + ".");
            }
            Thread.sleep(POLL);
        }
    }

    private void watch() {
        try {
            while (!givenUp) {
                var code = current.waitFor();
                if (processes.stopping()) {
                    return;
                }
                report(code);
                startAgain();
            }
        } catch (StoppingException e) {
            // Stopped while it was waiting to start again: there is nothing left to watch.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void report(int code) {
        crashes++;
        console.say(spec.name(), "died: " + ExitCode.describe(code));
        if (current.uptime().compareTo(EARLY) < 0) {
            console.say(spec.name(), current.lastLines(LINES_SHOWN));
        }
    }

    private void startAgain() throws InterruptedException {
        var delay = policy.afterCrash(Instant.now(), current.uptime());
        if (delay.isEmpty()) {
            givenUp = true;
            console.say(
                    spec.name(),
                    "died " + RestartPolicy.CRASHES_ALLOWED + " times in a minute and is not started again; its log is "
                            + spec.log() + ". Everything else keeps running; stop with Ctrl-C.");
            return;
        }
        Thread.sleep(delay.get());
        current = startWhenPossible();
        afterRestart.run();
        Thread.ofVirtual().start(() -> tellWhenReady("is back"));
    }

    /** Tries again until it can be started: a full disk is no reason to leave what died alone for ever. */
    private RunningProcess startWhenPossible() throws InterruptedException {
        var told = false;
        while (true) {
            try {
                supervised.prepare();
                return processes.start(spec);
            } catch (UncheckedIOException e) {
                if (!told) {
                    console.say(spec.name(), "cannot be started again (" + e.getCause() + "): trying until it can");
                    told = true;
                }
                Thread.sleep(BETWEEN_TRIES);
            }
        }
    }

    private void tellWhenReady(String what) {
        var started = current;
        try {
            while (started.isAlive() && !processes.stopping()) {
                if (supervised.ready()) {
                    console.say(
                            spec.name(),
                            "%s after %.1f s (pid %d)"
                                    .formatted(what, started.uptime().toMillis() / 1000.0, started.pid()));
                    return;
                }
                Thread.sleep(POLL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
