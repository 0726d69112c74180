package io.parvis.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The JVM's memory of an earlier run: classes parsed and linked, so that the next start takes about half the time. It
 * is good for exactly one JDK, one set of options and one build, which its file name stands for.
 */
record AotCache(Path file, String processName) {

    private static final int KEY_LENGTH = 16;

    static AotCache of(Path folder, String processName, List<String> options, Path application) {
        var key = sha256(Runtime.version() + "\n" + String.join("\n", options) + "\n" + contents(application))
                .substring(0, KEY_LENGTH);
        return new AotCache(folder.resolve(processName + "-" + key + ".aot"), processName);
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Removes this process's caches of earlier builds. */
    void deleteOthers() {
        try (var files = Files.list(file.getParent())) {
            for (var other : files.filter(this::isAnother).toList()) {
                Files.deleteIfExists(other);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isAnother(Path candidate) {
        return !candidate.equals(file) && candidate.getFileName().toString().startsWith(processName + "-");
    }

    /** Name, size and time of every file: the JVM checks no more itself. */
    private static String contents(Path application) {
        try (var files = Files.walk(application)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(AotCache::line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Path file) {
        try {
            return file + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
