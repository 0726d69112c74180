package io.parvis.launcher.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Rotates and reads logs. Processes write theirs themselves, so that nothing is lost with the launcher. */
public final class LogFile {

    private static final int TAIL_BYTES = 64 * 1024;

    private static final String LAST = ".1";

    private LogFile() {}

    /** Begins a new file and keeps the last one as {@code .1}; nobody may be writing it. */
    public static void rotate(Path log) {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, last(log), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Turns over a file that is being written: its writer, who only appends, goes on at the beginning of it. Lines that
     * are written in the moment between the copy and the cut are lost; where there is no room for a copy, all of it.
     */
    static void rotateWhileWritten(Path log) throws IOException {
        var last = last(log);
        // First, to make room.
        Files.deleteIfExists(last);
        try {
            Files.copy(log, last);
        } catch (IOException full) {
            // A log that is lost is less than a disk that stays full.
            Files.deleteIfExists(last);
        }
        try (var file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
    }

    private static Path last(Path log) {
        return log.resolveSibling(log.getFileName() + LAST);
    }

    /** The last lines, at most {@code count}, of what was written after {@code from} (bytes). */
    public static List<String> lastLines(Path log, long from, int count) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var length = file.length();
            // Shorter than it was: it has begun anew meanwhile.
            var start = Math.max(from <= length ? from : 0, length - TAIL_BYTES);
            file.seek(start);
            var bytes = new byte[(int) (length - start)];
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
