package io.parvis.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class has one reason to exist. Over 200 lines it probably has two, or says beside its declaration why not. */
class ClassLengthTest {

    private static final int LINES = 200;
    private static final String REASON = "// Over 200 lines: ";

    @Test
    void longClassesSayWhy() throws IOException {
        var sources = sources();

        assertThat(sources).as("production classes of the whole project").hasSizeGreaterThan(1_000);
        assertThat(sources).filteredOn(ClassLengthTest::isLong).isNotEmpty().allMatch(ClassLengthTest::saysWhy);
    }

    @Test
    void reasonsStandWhereTheyAreNeededOnly() throws IOException {
        assertThat(sources()).filteredOn(ClassLengthTest::saysWhy).allMatch(ClassLengthTest::isLong);
    }

    private static List<Path> sources() throws IOException {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("parvis"))) {
            root = root.getParent();
        }
        try (var files =
                Files.find(root, 24, (file, attributes) -> file.toString().matches(".*/src/main/java/.*\\.java"))) {
            return files.toList();
        }
    }

    private static boolean isLong(Path source) {
        return lines(source).size() > LINES;
    }

    private static boolean saysWhy(Path source) {
        return lines(source).stream().anyMatch(line -> line.startsWith(REASON));
    }

    private static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
