package io.parvis.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a head in the form that nobody misreads. */
final class HeadWriter {

    private static final String END = "\r\n";
    private static final int USUAL = 512;

    /** No connection changes its protocol here; HTTP/2 in clear text is spoken from the first byte on, or never. */
    private static final Set<String> DROPPED = Set.of("upgrade", "http2-settings");

    private HeadWriter() {}

    static String write(Head head) {
        var text = new StringBuilder(USUAL).append(head.line()).append(END);
        var connected = false;
        for (var field : head.fields()) {
            switch (field.key()) {
                case "content-length" -> append(text, field.name(), Long.toString(head.length()));
                case "connection" -> connected = true;
                case "upgrade", "http2-settings" -> {}
                default -> append(text, field.name(), field.value());
            }
        }
        if (connected) {
            options(head.fields()).forEach(option -> append(text, "Connection", option));
        }
        return text.append(END).toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append(END);
    }

    /** One a field: Vert.x understands no lists of them. Who wants to stay and to leave leaves. */
    private static Stream<String> options(List<Field> fields) {
        var options = fields.stream()
                .filter(field -> field.key().equals("connection"))
                .flatMap(field -> Arrays.stream(field.value().split(",")))
                .map(String::strip)
                .filter(option -> !option.isEmpty() && !DROPPED.contains(option.toLowerCase(Locale.ROOT)))
                .toList();
        var leaves = options.stream().anyMatch("close"::equalsIgnoreCase);
        return options.stream().filter(option -> !(leaves && option.equalsIgnoreCase("keep-alive")));
    }
}
