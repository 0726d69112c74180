package io.parvis.suite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./parvis verify-draw}, as somebody runs it who has a proof and asks nobody. */
record DrawVerifier(Path folder) {

    /** What it says, and how it ends. */
    record Word(int exit, String said) {}

    Word verify(String proof, String... options) throws IOException, InterruptedException {
        var words = new ArrayList<String>();
        words.add(Path.of("..", "..", "parvis").toAbsolutePath().normalize().toString());
        words.add("verify-draw");
        words.add(file("proof.json", proof));
        words.addAll(List.of(options));
        var builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().putAll(Map.of("PARVIS_SKIP_BUILD", "1"));
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Word(process.waitFor(), said);
    }

    String file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toString();
    }
}
