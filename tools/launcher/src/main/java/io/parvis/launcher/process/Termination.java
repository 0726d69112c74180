package io.parvis.launcher.process;

import java.io.IOException;
import java.time.Duration;

/** Ends a process: asks, waits, then kills. */
final class Termination {

    private static final Duration POLL = Duration.ofMillis(20);

    private Termination() {}

    static void stop(ProcessHandle process, StopSignal signal, Duration grace) {
        send(process, signal);
        if (!endedWithin(process, grace)) {
            // Its children first known, then killed with it: nobody else will.
            var family = process.descendants().toList();
            process.destroyForcibly();
            family.forEach(ProcessHandle::destroyForcibly);
            endedWithin(process, Duration.ofSeconds(5));
        }
    }

    static void send(ProcessHandle process, StopSignal signal) {
        if (signal == StopSignal.TERM) {
            process.destroy();
            return;
        }
        try {
            // The JDK sends TERM and KILL only; kill is built into every sh.
            new ProcessBuilder("sh", "-c", "kill -s INT \"$0\"", Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean endedWithin(ProcessHandle process, Duration time) {
        var deadline = System.nanoTime() + time.toNanos();
        try {
            while (isRunning(process)) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                Thread.sleep(POLL);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !isRunning(process);
        }
    }

    /** What has ended but was not yet reaped by its parent (for an orphan, by init) has no command any more. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
