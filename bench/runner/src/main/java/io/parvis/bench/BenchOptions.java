package io.parvis.bench;

import io.parvis.bench.measure.Comparison;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long and how often, by {@code --name value} after the bench's name.
 *
 * @param command as it was given, for the report
 */
public record BenchOptions(Path root, String command, Map<String, String> options) {

    static BenchOptions of(String... arguments) {
        var options = new HashMap<String, String>();
        var words = new ArrayList<>(List.of("./parvis bench", arguments[0]));
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
            words.add(arguments[i] + " " + arguments[i + 1]);
        }
        return new BenchOptions(
                Path.of(System.getProperty("parvis.root", ".")).toAbsolutePath().normalize(),
                String.join(" ", words),
                options);
    }

    public int number(String name, int otherwise) {
        return Integer.parseInt(options.getOrDefault(name, Integer.toString(otherwise)));
    }

    public Comparison comparison(int seconds, int rounds) {
        return new Comparison(
                Duration.ofSeconds(number("warm-up", 10)),
                Duration.ofSeconds(number("seconds", seconds)),
                number("rounds", rounds));
    }

    public Path report(String name) {
        return root.resolve("docs").resolve("benchmarks").resolve(name + ".md");
    }

    /** A folder for the database of one bench; emptied at its start. */
    public Path data(String name) {
        return root.resolve("var").resolve("bench").resolve(name);
    }
}
