package io.parvis.engagement.drawing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.parvis.proofs.CanonicalJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the document is what we make, and verifies. */
class DocumentExampleTest {

    private static final Path DOCUMENT = Path.of("../docs/draw-proof.md");

    @TempDir
    Path folder;

    @Test
    void isWhatTheServiceWrites() throws IOException {
        var organiser = Organiser.example();
        var tree = Leaves.tree(organiser.entries);

        assertThat(block("proof")).isEqualTo(new String(organiser.bytes(), UTF_8));
        assertThat(block("receipt")).isEqualTo(text(organiser.receipts.getFirst()));
        assertThat(block("closing")).isEqualTo(text(organiser.close().signed(Organiser.KEY)));
        assertThat(block("inclusion"))
                .isEqualTo(text(Inclusion.of(Organiser.CONTEST, tree, organiser.entries.getFirst(), 0)
                        .json()));
    }

    @Test
    void verifies() throws IOException {
        var verifier = new Verifier(folder);

        var verdict = verifier.verify(
                block("proof").getBytes(UTF_8),
                "--receipt",
                verifier.file("receipt.json", block("receipt").getBytes(UTF_8)),
                "--closing",
                verifier.file("closing.json", block("closing").getBytes(UTF_8)));

        assertThat(verdict.isVerified()).as(verdict.said()).isTrue();
    }

    private static String text(Object json) {
        return new String(CanonicalJson.bytes(json), UTF_8);
    }

    private static String block(String name) throws IOException {
        var found = Pattern.compile("```json " + name + "\n(.*)\n```").matcher(Files.readString(DOCUMENT));
        assertThat(found.find()).as("a block %s", name).isTrue();
        return found.group(1);
    }
}
