package io.parvis.launcher.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;

/** What the JDK has no single call for. */
public final class Folder {

    private Folder() {}

    /**
     * Deletes a folder and all below it, or a file; links are deleted, not followed. It is gone from its place at once,
     * so that nobody finds half of it after a crash.
     */
    public static void delete(Path folder) {
        try {
            var doomed = folder.resolveSibling(folder.getFileName() + ".deleted");
            deleteAll(doomed);
            if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(folder, doomed, StandardCopyOption.ATOMIC_MOVE);
                deleteAll(doomed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
