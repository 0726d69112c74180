package io.parvis.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page of Markdown about one run: what was measured, on what, by which command, and what was promised of it. */
public final class BenchReport {

    private final StringBuilder text = new StringBuilder();
    private int missed;

    public BenchReport(String title, String command, String about, Machine machine) {
        line("# " + title);
        line("");
        line("Written by `%s` on %s, on %s.".formatted(command, LocalDate.now(ZoneOffset.UTC), machine.inWords()));
        line("Another run gives other figures; ratios within one run are what to go by.");
        line("");
        line(about.strip());
    }

    public BenchReport section(String title, String about) {
        line("");
        line("## " + title);
        line("");
        line(about.strip());
        return this;
    }

    /** Rates, their spread over the rounds, and latencies. */
    public BenchReport rates(List<Result> results) {
        line("");
        line("| | per second (median) | slowest to fastest round | p50 | p99 |");
        line("| --- | ---: | ---: | ---: | ---: |");
        for (var result : results) {
            line(format(
                    "| %s | %,.0f | %,.0f to %,.0f | %.2f ms | %.2f ms |",
                    result.name(),
                    result.perSecond(),
                    result.slowest(),
                    result.fastest(),
                    result.latencyMillis(50),
                    result.latencyMillis(99)));
        }
        return bars(
                "per second",
                results.stream().map(Result::name).toList(),
                results.stream().map(Result::perSecond).toList());
    }

    /** A plot that renders where Markdown does. */
    public BenchReport bars(String unit, List<String> names, List<Double> values) {
        line("");
        line("```mermaid");
        line("xychart-beta horizontal");
        line("    x-axis [" + names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ")) + "]");
        line("    y-axis \"" + unit + "\"");
        line("    bar [" + values.stream().map(value -> format("%.1f", value)).collect(Collectors.joining(", ")) + "]");
        line("```");
        return this;
    }

    public BenchReport table(List<String> head, List<List<String>> rows) {
        line("");
        line("| " + String.join(" | ", head) + " |");
        line("|" + " --- |".repeat(head.size()));
        rows.forEach(row -> line("| " + String.join(" | ", row) + " |"));
        return this;
    }

    public BenchReport paragraph(String words) {
        line("");
        line(words.strip());
        return this;
    }

    /** What was promised, and whether this run kept it; a loss is printed as one. */
    public BenchReport promise(String what, double measured, double atLeast) {
        return verdict(what, format("%.2f", measured), format("at least %.2f", atLeast), measured >= atLeast);
    }

    public BenchReport limit(String what, double measured, double atMost) {
        return verdict(what, format("%.2f", measured), format("at most %.2f", atMost), measured <= atMost);
    }

    private BenchReport verdict(String what, String measured, String bound, boolean kept) {
        if (!kept) {
            missed++;
        }
        line("");
        line("%s **%s**: %s (%s)".formatted(kept ? "KEPT" : "MISSED", what, measured, bound));
        return this;
    }

    public int missed() {
        return missed;
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println(text);
        System.out.println("Written to " + file);
    }

    public static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
