package io.parvis.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words behind {@code verify-draw}. */
final class CommandLine {

    static final String USAGE = """
            usage: ./parvis verify-draw PROOF [options]

            Verifies the proof of a draw or of an instant win (docs/draw-proof.md). It asks no service and no network.

              --seed-commitment HEX   the commitment published before the first entry
              --root HEX              the Merkle root published at the closing
              --closing FILE          the signed closing statement published at the closing
              --receipt FILE          an entrant's receipt: is it in the draw, or does it convict the list?
              --public-key HEX        the service's public key, from elsewhere than the proof (may be repeated)
              --keys FILE             the service's published key set: its retired keys are believed too

            Exit code: 0 verified, 1 does not verify, 2 cannot be read or usage.
            """;

    /** More would be 6 million entries. */
    private static final long MAX_PROOF = 1L << 30;

    private static final long MAX_SMALL = 1L << 20;

    private final List<String> publicKeys = new ArrayList<>();
    private @Nullable String proof;
    private @Nullable String seedCommitment;
    private @Nullable String root;
    private @Nullable String closing;
    private @Nullable String receipt;
    private @Nullable String keys;

    /** @throws Unreadable for what is no command line */
    static CommandLine of(List<String> words) {
        var line = new CommandLine();
        var left = new ArrayDeque<>(words);
        while (!left.isEmpty()) {
            line.take(left.removeFirst(), left);
        }
        if (line.proof == null) {
            throw new Unreadable("Which proof?\n\n" + USAGE);
        }
        return line;
    }

    private void take(String word, Deque<String> left) {
        switch (word) {
            case "--seed-commitment" -> seedCommitment = once(seedCommitment, word, hex(word, left));
            case "--root" -> root = once(root, word, hex(word, left));
            case "--public-key" -> publicKeys.add(hex(word, left));
            case "--keys" -> keys = once(keys, word, next(word, left));
            case "--closing" -> closing = once(closing, word, next(word, left));
            case "--receipt" -> receipt = once(receipt, word, next(word, left));
            default -> {
                if (word.startsWith("--") || proof != null) {
                    throw new Unreadable("Not understood: " + Printable.of(word) + "\n\n" + USAGE);
                }
                proof = word;
            }
        }
    }

    private static String once(@Nullable String before, String option, String value) {
        if (before != null) {
            throw new Unreadable(option + " stands twice.");
        }
        return value;
    }

    private static String next(String option, Deque<String> left) {
        if (left.isEmpty()) {
            throw new Unreadable(option + " needs a value.\n\n" + USAGE);
        }
        return left.removeFirst();
    }

    private static String hex(String option, Deque<String> left) {
        var value = next(option, left).strip().toLowerCase(Locale.ROOT);
        if (!value.matches("[0-9a-f]{64}")) {
            throw new Unreadable(option + " takes 64 hex digits.");
        }
        return value;
    }

    byte[] proof() {
        return read(String.valueOf(proof), MAX_PROOF);
    }

    TrustedValues pins() {
        return new TrustedValues(seedCommitment, root, publicKeys, small(closing), small(receipt), small(keys));
    }

    private static @Nullable Object small(@Nullable String file) {
        try {
            return file == null ? null : JsonParser.parse(read(file, MAX_SMALL));
        } catch (Malformed notJson) {
            throw new Unreadable(Printable.of(file) + ": " + notJson.sentence());
        }
    }

    private static byte[] read(String file, long max) {
        try {
            var path = Path.of(file);
            if (Files.isDirectory(path)) {
                throw new Unreadable(Printable.of(file) + " is a folder.");
            }
            try (var in = Files.newInputStream(path)) {
                var bytes = in.readNBytes((int) max + 1);
                if (bytes.length > max) {
                    throw new Unreadable(Printable.of(file) + " is larger than " + (max >> 20) + " MB.");
                }
                return bytes;
            }
        } catch (IOException | InvalidPathException unreadable) {
            throw new Unreadable(Printable.of(file) + " cannot be read.");
        }
    }
}
