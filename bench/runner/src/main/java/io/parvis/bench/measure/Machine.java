package io.parvis.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a figure was measured on. */
public record Machine(int cores, String processor, long memoryGiB, String system, String java, String postgres) {

    public static Machine here(String postgres) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                firstValue("/proc/cpuinfo", "model name", "unknown processor"),
                Math.round(kibibytes() / 1024.0 / 1024.0),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString(),
                postgres);
    }

    String inWords() {
        return "%d cores of %s, %d GiB, %s, JDK %s, PostgreSQL %s"
                .formatted(cores, processor, memoryGiB, system, java, postgres);
    }

    private static long kibibytes() {
        return Long.parseLong(firstValue("/proc/meminfo", "MemTotal", "0").replaceAll("\\D", ""));
    }

    private static String firstValue(String file, String key, String otherwise) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException notLinux) {
            return otherwise;
        }
    }
}
