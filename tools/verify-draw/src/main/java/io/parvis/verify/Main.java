package io.parvis.verify;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code ./parvis verify-draw}. */
public final class Main {

    private static final int VERIFIED = 0;
    private static final int NOT_VERIFIED = 1;
    private static final int UNREADABLE = 2;

    private Main() {}

    /** Exit code 0: verified; 1: it does not verify; 2: it cannot be read, or usage. */
    public static void main(String[] words) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var code = run(List.of(words), out);
        out.flush();
        System.exit(code);
    }

    /**
     * The same without ending the process.
     *
     * @param words as on the command line
     * @return the exit code
     */
    public static int run(List<String> words, PrintStream out) {
        if (words.equals(List.of("--help")) || words.equals(List.of("-h"))) {
            out.print(CommandLine.USAGE);
            return VERIFIED;
        }
        try {
            var line = CommandLine.of(words);
            return verify(line.proof(), line.pins(), out) ? VERIFIED : NOT_VERIFIED;
        } catch (Unreadable unreadable) {
            out.println(unreadable.sentence());
            return UNREADABLE;
        } catch (OutOfMemoryError large) {
            out.println("The proof is larger than the memory given to this verifier.");
            return UNREADABLE;
        }
    }

    static boolean verify(byte[] proof, TrustedValues pins, PrintStream out) {
        var report = new CheckReport(out);
        try {
            new Verification(report, pins).run(proof);
        } catch (Malformed malformed) {
            report.fail(malformed.sentence());
        }
        report.conclude();
        return report.isVerified();
    }
}
