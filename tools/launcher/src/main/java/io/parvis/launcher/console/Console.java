package io.parvis.launcher.console;

import java.io.PrintStream;
import java.util.List;

/** Plain lines for people and for CI alike: what a process says is marked with its name. */
public final class Console {

    private final PrintStream out;

    public Console(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.println(line);
    }

    public synchronized void say(String process, String line) {
        out.printf("%-18s | %s%n", process, line);
    }

    /** Several lines that belong together, not mixed with anybody else's. */
    public synchronized void say(String process, List<String> lines) {
        lines.forEach(line -> say(process, line));
    }
}
