package io.parvis.launcher.process;

/** A process's end in words. */
final class ExitCode {

    private static final int SIGNAL_BASE = 128;

    private ExitCode() {}

    static String describe(int code) {
        return code > SIGNAL_BASE ? "signal " + (code - SIGNAL_BASE) : "exit code " + code;
    }
}
