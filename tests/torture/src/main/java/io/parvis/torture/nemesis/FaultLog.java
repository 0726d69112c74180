package io.parvis.torture.nemesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What went wrong when, in a file, and how often, for the report. */
final class FaultLog {

    private final Path file;
    private final Map<String, Integer> counts = new TreeMap<>();

    FaultLog(Path file) {
        this.file = file;
    }

    synchronized void happened(String fault, String detail) {
        counts.merge(fault, 1, Integer::sum);
        note(fault + ": " + detail);
    }

    synchronized void note(String line) {
        try {
            Files.writeString(
                    file, Instant.now() + " " + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }
}
