package io.parvis.engagement.drawing;

import io.parvis.proofs.CanonicalJson;
import io.parvis.verify.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The verifier that is shipped, called as {@code ./parvis verify-draw} calls it. */
record Verifier(Path folder) {

    record Verdict(int code, String said) {
        boolean isVerified() {
            return code == 0;
        }
    }

    Verdict verify(byte[] proof, String... options) {
        var words = new ArrayList<String>();
        words.add(file("proof.json", proof));
        words.addAll(List.of(options));
        var said = new ByteArrayOutputStream();
        var code = Main.run(words, new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Verdict(code, said.toString(StandardCharsets.UTF_8));
    }

    /** @return where it stands */
    String file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes).toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String json(String name, Object json) {
        return file(name, CanonicalJson.bytes(json));
    }
}
