package io.parvis.local.secret;

import io.parvis.local.file.PrivateFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names of the secrets that were made beside a database. One that stands here and is gone was lost; one that does
 * not stand here is new with this release and may be made.
 */
public final class SecretsMade {

    /** What every release made that kept no list yet. */
    private static final List<String> BEFORE_THE_LIST =
            List.of(Secrets.SUPERUSER, "blind-index-key", "fan-wrapping-key", "draw-signing-key", "draw-seed-key");

    private final Path list;

    public SecretsMade(Path list) {
        this.list = list;
    }

    /** The names of those that are gone from the folder, or empty there, in order. */
    public SortedSet<String> missingFrom(Path folder) {
        return names().stream()
                .filter(new SecretFiles(folder)::isMissing)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Adds all that the folder holds. */
    public void remember(Path folder) {
        try (var files = Files.list(folder)) {
            var names = new TreeSet<String>();
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(PrivateFile.UNFINISHED))
                    .forEach(names::add);
            PrivateFile.write(list, String.join("\n", names) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names() {
        try {
            return Files.readAllLines(list);
        } catch (NoSuchFileException e) {
            return BEFORE_THE_LIST;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
