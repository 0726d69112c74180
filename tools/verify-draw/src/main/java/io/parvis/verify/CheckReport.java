package io.parvis.verify;

import java.io.PrintStream;

/** Every check on a line of its own, as it is made. */
final class CheckReport {

    private final PrintStream out;
    private int checks;
    private int failures;

    CheckReport(PrintStream out) {
        this.out = out;
    }

    /** A check: what holds, or what does not. */
    boolean check(boolean holds, String ok, String otherwise) {
        checks++;
        failures += holds ? 0 : 1;
        out.println((holds ? "ok    " : "FAIL  ") + (holds ? ok : otherwise));
        return holds;
    }

    void fail(String why) {
        check(false, "", why);
    }

    /** What nobody can check here, or what a reader should know. */
    void note(String text) {
        out.println("note  " + text);
    }

    void say(String text) {
        out.println(text);
    }

    boolean isVerified() {
        return failures == 0;
    }

    void conclude() {
        out.println();
        out.println(
                isVerified()
                        ? "verified (" + checks + " checks)"
                        : "does NOT verify: " + failures + " of " + checks + " checks failed");
    }
}
