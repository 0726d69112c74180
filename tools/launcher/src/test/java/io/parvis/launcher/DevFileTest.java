package io.parvis.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.parvis.launcher.secret.Secrets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevFileTest {

    @TempDir
    Path folder;

    @Test
    void saysWhereToGoWithWhichKeyAndWhichProcessesThereAre() throws Exception {
        var secrets = Secrets.in(folder.resolve("secrets"), List.of("presence"));

        new DevFile(file(), "http://localhost:8080", secrets).write(Map.of("postgres", 11L));

        var json = new ObjectMapper().readTree(file().toFile());
        assertThat(json.get("gateway").asText()).isEqualTo("http://localhost:8080");
        assertThat(json.get("apiKey").asText()).isEqualTo(secrets.keyForAll().value());
        assertThat(json.get("apiKeys").properties().stream().map(Map.Entry::getKey))
                .containsExactly("ops", "admin", "editor", "approver", "moderator", "analyst", "partner");
        assertThat(json.get("pids").get("postgres").asLong()).isEqualTo(11);
    }

    @Test
    void isForItsOwnerAlone() throws Exception {
        new DevFile(file(), "http://localhost:8080", Secrets.in(folder.resolve("secrets"), List.of())).write(Map.of());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    private Path file() {
        return folder.resolve("dev.json");
    }
}
