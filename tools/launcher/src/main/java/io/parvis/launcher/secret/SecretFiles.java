package io.parvis.launcher.secret;

import io.parvis.launcher.file.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Supplier;

/** One file per secret. */
final class SecretFiles {

    private final Path folder;

    SecretFiles(Path folder) {
        this.folder = folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Whether there is none, or an empty one, as a crash of the machine may leave it. */
    boolean isMissing(String name) {
        try {
            return Files.readString(file(name)).isBlank();
        } catch (NoSuchFileException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is kept under the name, or a new one that is kept from now on. */
    String readOrCreate(String name, Supplier<String> make) {
        try {
            if (!isMissing(name)) {
                return Files.readString(file(name)).strip();
            }
            var made = make.get();
            PrivateFile.write(file(name), made + "\n");
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
