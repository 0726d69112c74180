package io.parvis.launcher.secret;

import io.parvis.launcher.file.PrivateFile;
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
 * The names of the secrets that were made beside a database and cannot be made anew. One that stands here and is gone was
 * lost; one that does not stand here is new with this release and may be made. Passwords of services, API keys and the
 * gateway's signing key do not stand here: others take over without harm.
 */
public final class SecretInventory {

    /** What every release made that kept no list yet. */
    private static final List<String> BEFORE_THE_LIST = List.of(
            Secrets.SUPERUSER, Secrets.BLIND_INDEX, Secrets.FAN_WRAPPING, Secrets.DRAW_SIGNING, Secrets.DRAW_SEED);

    private static final List<String> SINCE = List.of(Secrets.IDEMPOTENCY_RECORDS, Secrets.MENTION_INDEX);

    private final Path list;

    public SecretInventory(Path list) {
        this.list = list;
    }

    /** The names of those that are gone from the folder, or empty there, in order. */
    public SortedSet<String> missingFrom(Path folder) {
        return names().stream()
                .filter(new SecretFiles(folder)::isMissing)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All have been made now. */
    public void remember() {
        var names = new TreeSet<>(BEFORE_THE_LIST);
        names.addAll(SINCE);
        PrivateFile.write(list, String.join("\n", names) + "\n");
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
