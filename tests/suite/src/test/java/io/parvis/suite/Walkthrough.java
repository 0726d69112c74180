package io.parvis.suite;

import static java.util.regex.Pattern.DOTALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * A page of the documentation as its reader follows it: all blocks of {@code bash} in one shell, in the folder of the
 * project. A block of {@code text} below one says what is seen: line by line, in this order, {@code …} for anything.
 */
record Walkthrough(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile("```(bash|text)\n(.*?)```\n", DOTALL);
    private static final String END_OF_STEP = "--- end of step ---";

    /** Commands, and lines that their output has; none, where the page shows nothing. */
    record Step(String commands, List<String> shown) {}

    static Walkthrough of(Path page) throws IOException {
        var steps = new ArrayList<Step>();
        var blocks = BLOCK.matcher(Files.readString(page));
        while (blocks.find()) {
            var lines = blocks.group(2);
            if (blocks.group(1).equals("bash")) {
                steps.add(new Step(lines, List.of()));
            } else {
                steps.add(new Step(steps.removeLast().commands(), lines.lines().toList()));
            }
        }
        return new Walkthrough(List.copyOf(steps));
    }

    /** Runs all of it and compares; two minutes at most. */
    void followed(Path project, Map<String, String> environment) throws IOException, InterruptedException {
        var script = Files.createTempFile("walkthrough", ".sh");
        var output = Files.createTempFile("walkthrough", ".txt");
        try {
            for (var step : steps) {
                Files.writeString(script, step.commands() + "echo '" + END_OF_STEP + "'\n", StandardOpenOption.APPEND);
            }
            var builder = new ProcessBuilder("timeout", "120", "bash", script.toString())
                    .directory(project.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var process = builder.start();
            process.getOutputStream().close();
            assertThat(process.waitFor(150, TimeUnit.SECONDS)).isTrue();
            compare(Files.readString(output));
        } finally {
            Files.delete(script);
            Files.delete(output);
        }
    }

    private void compare(String output) {
        var outputs = output.split(END_OF_STEP + "\n", -1);
        assertThat(outputs).as("steps in: %s", output).hasSize(steps.size() + 1);
        for (var i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            assertThat(outputs[i]).as(step.commands()).containsPattern(inThisOrder(step.shown()));
        }
    }

    private static Pattern inThisOrder(List<String> lines) {
        var pattern = new StringBuilder();
        for (var line : lines) {
            pattern.append(".*").append(Pattern.quote(line).replace("…", "\\E.*\\Q"));
        }
        return Pattern.compile(pattern.toString(), DOTALL);
    }
}
