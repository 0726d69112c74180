package io.parvis.launcher.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** A file that its owner alone may read (0600) and that appears whole, by renaming. */
public final class PrivateFile {

    /** How files end that never became whole: a crash may leave one behind. */
    public static final String UNFINISHED = ".new";

    private PrivateFile() {}

    public static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            // Temporary files are made 0600 from the first byte.
            var unfinished = Files.createTempFile(
                    file.getParent(),
                    file.getFileName().toString(),
                    UNFINISHED,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                // On the disk before its name is: a power cut must not leave an empty secret under it.
                Files.writeString(unfinished, content, StandardOpenOption.DSYNC);
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                // Where the disk is full, every try would leave one behind.
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
