package io.parvis.bench.http;

import io.parvis.bench.measure.BenchReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.HdrHistogram.Histogram;

/**
 * Samples of where the JVM was. A sample belongs to the innermost layer on its stack, and to what the stack is for: a
 * command, a view, or (sockets, timers) no telling.
 */
final class FlightRecording {

    /** The innermost frame whose class begins so decides. */
    private static final Map<String, String> LAYERS = layers();

    private static final List<String> VIEWS = List.of(
            "io.parvis.eventing.projection.ViewTransaction",
            "io.parvis.eventing.projection.StreamComponent",
            "io.parvis.eventing.store.Tail",
            "io.parvis.eventing.projection.Progress",
            "org.axonframework.messaging.eventhandling.processing");
    private static final List<String> COMMANDS = List.of(
            "io.parvis.eventing.command.",
            "io.parvis.eventing.store.Append",
            "io.quarkus.resteasy",
            "org.jboss.resteasy");

    private static final String WAITING = "waiting for the group before";
    private static final String COMMAND = "the command";
    private static final String SOURCING = "reading its boundaries";
    private static final String APPENDING = "its append";

    /** What is told of a command, and of which part of it. */
    static final List<String> STAGES =
            List.of(COMMAND, SOURCING, SOURCING + ": " + WAITING, APPENDING, APPENDING + ": " + WAITING);

    private static final long LONGEST_NANOS = 60_000_000_000L;

    private final Map<String, Histogram> stages = new TreeMap<>();
    private final Map<String, Map<String, Integer>> samples = new TreeMap<>();
    private int total;

    private static Map<String, String> layers() {
        var layers = new LinkedHashMap<String, String>();
        layers.put("com.fasterxml.", "JSON");
        layers.put("org.hibernate.", "Hibernate Reactive");
        layers.put("io.vertx.sqlclient.", "SQL client");
        layers.put("io.vertx.pgclient.", "SQL client");
        layers.put("io.vertx.core.http.", "HTTP codec");
        layers.put("io.netty.handler.codec.http", "HTTP codec");
        layers.put("org.jboss.resteasy.", "Quarkus REST, CDI, contexts, Mutiny");
        layers.put("io.quarkus.", "Quarkus REST, CDI, contexts, Mutiny");
        layers.put("io.smallrye.", "Quarkus REST, CDI, contexts, Mutiny");
        layers.put("org.axonframework.", "Axon");
        layers.put("io.parvis.eventing.store.", "Parvis: store");
        layers.put("io.parvis.eventing.projection.", "Parvis: projections");
        layers.put("io.parvis.edge.", "Parvis: edge");
        layers.put("io.parvis.eventing.", "Parvis: commands");
        layers.put("io.parvis.", "Parvis: the slice");
        layers.put("io.netty.", "event loop, sockets, futures");
        layers.put("io.vertx.", "event loop, sockets, futures");
        layers.put("sun.nio.", "event loop, sockets, futures");
        return layers;
    }

    static FlightRecording read(Path file) throws IOException {
        var recording = new FlightRecording();
        try (var events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                var name = event.getEventType().getName();
                if ((name.equals("jdk.ExecutionSample") || name.equals("jdk.NativeMethodSample"))
                        && event.getStackTrace() != null) {
                    recording.add(name, event.getStackTrace().getFrames());
                }
                switch (name) {
                    case "io.parvis.Command" -> recording.took(COMMAND, event);
                    case "io.parvis.Sourcing" -> recording.tookAndWaited(SOURCING, event);
                    case "io.parvis.Append" -> recording.tookAndWaited(APPENDING, event);
                    default -> {
                        // Of no interest.
                    }
                }
            }
        }
        return recording;
    }

    private void tookAndWaited(String stage, RecordedEvent event) {
        took(stage, event);
        stage(stage + ": " + WAITING).recordValue(Math.min(LONGEST_NANOS, event.getLong("waited")));
    }

    private void took(String stage, RecordedEvent event) {
        stage(stage).recordValue(Math.min(LONGEST_NANOS, event.getDuration().toNanos()));
    }

    /** In nanoseconds. */
    Histogram stage(String stage) {
        return stages.computeIfAbsent(stage, first -> new Histogram(LONGEST_NANOS, 3));
    }

    private void add(String kind, List<RecordedFrame> frames) {
        var classes = frames.stream()
                .map(frame -> frame.getMethod().getType().getName())
                .toList();
        // Threads that wait for the network are sampled in native code, too, and cost nothing.
        if (kind.equals("jdk.NativeMethodSample")) {
            return;
        }
        total++;
        samples.computeIfAbsent(layer(classes), layer -> new TreeMap<>()).merge(purpose(classes), 1, Integer::sum);
    }

    private static String layer(List<String> classes) {
        for (var name : classes) {
            for (var layer : LAYERS.entrySet()) {
                if (name.startsWith(layer.getKey())) {
                    return layer.getValue();
                }
            }
        }
        return "the JVM itself";
    }

    private static String purpose(List<String> classes) {
        for (var name : classes) {
            if (VIEWS.stream().anyMatch(name::startsWith)) {
                return "views";
            }
            if (COMMANDS.stream().anyMatch(name::startsWith)) {
                return "command";
            }
        }
        return "either";
    }

    void tell(BenchReport report, double microsPerRequest) {
        report.paragraph("""
                %,d samples of the JVM. Each is put down to the innermost layer on its stack, and to what it is done for; collecting
                garbage and compiling are not sampled and are spread over all.""".formatted(total));
        var rows = samples.entrySet().stream()
                .sorted((a, b) -> sum(b.getValue()) - sum(a.getValue()))
                .map(layer -> List.of(
                        layer.getKey(),
                        micros(layer.getValue().getOrDefault("command", 0), microsPerRequest),
                        micros(layer.getValue().getOrDefault("views", 0), microsPerRequest),
                        micros(layer.getValue().getOrDefault("either", 0), microsPerRequest),
                        micros(sum(layer.getValue()), microsPerRequest)))
                .toList();
        report.table(List.of("layer", "commands", "views", "no telling", "µs per request"), rows);
    }

    private String micros(int count, double microsPerRequest) {
        return BenchReport.format("%.1f", count * microsPerRequest / total);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
