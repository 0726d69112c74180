package io.parvis.launcher;

import io.parvis.launcher.file.PrivateFile;
import io.parvis.launcher.secret.DevelopmentKey;
import io.parvis.launcher.secret.Secrets;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code dev.json}: there when all is healthy, gone otherwise, and true at every moment in between. None of its values
 * needs escaping: they are addresses, base64url and numbers.
 */
final class DevFile {

    private final Path file;
    private final String gateway;
    private final Secrets secrets;

    DevFile(Path file, String gateway, Secrets secrets) {
        this.file = file;
        this.gateway = gateway;
        this.secrets = secrets;
    }

    static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void remove() {
        remove(file);
    }

    /**
     * @param pids of the processes themselves, by name, in the order to show them in
     */
    void write(Map<String, Long> pids) {
        PrivateFile.write(file, json(pids));
    }

    private String json(Map<String, Long> pids) {
        var keys = secrets.keys().stream()
                .filter(key -> !key.name().equals(DevelopmentKey.ALL))
                .map(key -> "    \"%s\": \"%s\"".formatted(key.name(), key.value()))
                .collect(Collectors.joining(",\n"));
        var processes = pids.entrySet().stream()
                .map(pid -> "    \"%s\": %d".formatted(pid.getKey(), pid.getValue()))
                .collect(Collectors.joining(",\n"));
        return """
                {
                  "gateway": "%s",
                  "apiKey": "%s",
                  "apiKeys": {
                %s
                  },
                  "pids": {
                %s
                  }
                }
                """.formatted(gateway, secrets.keyForAll().value(), keys, processes);
    }
}
