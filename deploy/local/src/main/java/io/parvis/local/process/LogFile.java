package io.parvis.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A process writes its log itself, so that nothing is lost with the launcher; this turns it over and reads its end. */
public final class LogFile {

    private static final int TAIL_BYTES = 64 * 1024;

    private LogFile() {}

    /** Begins a new file and keeps the last one as {@code .1}. */
    public static void turnOver(Path log) {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The last lines, at most {@code count}, of what was written after {@code from} (bytes). */
    public static List<String> lastLines(Path log, long from, int count) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var start = Math.max(from, file.length() - TAIL_BYTES);
            file.seek(start);
            var bytes = new byte[(int) Math.max(0, file.length() - start)];
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
