package io.parvis.launcher.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretInventoryTest {

    @TempDir
    Path var;

    private Path secrets;
    private SecretInventory made;

    @BeforeEach
    void makeAll() {
        secrets = var.resolve("secrets");
        made = new SecretInventory(var.resolve("secrets-made"));
        Secrets.in(secrets, List.of("presence", "gateway"));
        made.remember();
    }

    @Test
    void missNothingWhereAllAreKept() {
        assertThat(made.missingFrom(secrets)).isEmpty();
    }

    @Test
    void missEachThatIsGone() throws Exception {
        for (var name : Files.readAllLines(var.resolve("secrets-made"))) {
            var content = Files.readString(secrets.resolve(name));
            Files.delete(secrets.resolve(name));
            assertThat(made.missingFrom(secrets)).containsExactly(name);
            Files.writeString(secrets.resolve(name), content);
        }
    }

    @Test
    void missOneThatIsEmpty() throws Exception {
        Files.writeString(secrets.resolve("draw-seed-key"), "\n");

        assertThat(made.missingFrom(secrets)).containsExactly("draw-seed-key");
    }

    @Test
    void missAllWhenTheFolderIsGone() throws Exception {
        Files.move(secrets, var.resolve("elsewhere"));

        assertThat(made.missingFrom(secrets)).contains("postgres-password", "fan-wrapping-key", "draw-signing-key");
    }

    @Test
    void letALaterReleaseMakeWhatItAdds() throws Exception {
        Files.writeString(
                var.resolve("secrets-made"),
                Files.readString(var.resolve("secrets-made")).replace("mention-index-key\n", ""));
        Files.delete(secrets.resolve("mention-index-key"));

        assertThat(made.missingFrom(secrets)).isEmpty();
    }

    @Test
    void missWhatEveryReleaseMadeWhereNoListWasKeptYet() throws Exception {
        Files.delete(var.resolve("secrets-made"));
        Files.delete(secrets.resolve("fan-wrapping-key"));
        Files.delete(secrets.resolve("mention-index-key"));

        assertThat(made.missingFrom(secrets)).containsExactly("fan-wrapping-key");
    }

    @Test
    void letWhatCanBeMadeAnewBeMadeAnew() throws Exception {
        for (var name : List.of("presence-password", "api-key-all", "gateway-signing-key")) {
            Files.delete(secrets.resolve(name));
        }

        assertThat(made.missingFrom(secrets)).isEmpty();
    }
}
