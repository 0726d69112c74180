package io.parvis.torture.nemesis;

import java.io.IOException;

/** Signals that the JDK does not send. */
final class UnixSignals {

    private UnixSignals() {}

    static void freeze(long pid) throws IOException, InterruptedException {
        send("STOP", pid);
    }

    static void thaw(long pid) throws IOException, InterruptedException {
        send("CONT", pid);
    }

    static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    private static void send(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -s " + signal + " \"$0\"", Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
