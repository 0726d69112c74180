package io.parvis.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Writes a head in the form that nobody misreads. */
final class HeadWriter {

    private static final String END = "\r\n";

    /** No connection changes its protocol here; HTTP/2 in clear text is spoken from the first byte on, or never. */
    private static final Set<String> DROPPED = Set.of("upgrade", "http2-settings");

    private HeadWriter() {}

    static String write(Head head) {
        var text = new StringBuilder(head.line().toString()).append(END);
        for (var field : head.fields()) {
            switch (field.key()) {
                case "content-length" ->
                    text.append(field.name()).append(": ").append(head.length()).append(END);
                case "connection" -> {}
                default -> {
                    if (!DROPPED.contains(field.key())) {
                        text.append(field).append(END);
                    }
                }
            }
        }
        options(head.fields())
                .forEach(option -> text.append("Connection: ").append(option).append(END));
        return text.append(END).toString();
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
