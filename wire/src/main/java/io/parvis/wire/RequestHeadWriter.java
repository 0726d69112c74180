package io.parvis.wire;

import java.util.Locale;
import java.util.Set;

/** Writes a head in canonical form. */
final class RequestHeadWriter {

    private static final String END = "\r\n";
    private static final int USUAL = 512;

    /** No connection changes its protocol here; HTTP/2 in clear text is spoken from the first byte on, or never. */
    private static final Set<String> DROPPED = Set.of("upgrade", "http2-settings");

    private RequestHeadWriter() {}

    static String write(RequestHead head) {
        var text = new StringBuilder(USUAL).append(head.line()).append(END);
        var stays = head.line().current() && head.fields().stream().noneMatch(RequestHeadWriter::isClose);
        for (var field : head.fields()) {
            switch (field.key()) {
                case "content-length" -> append(text, field.name(), Long.toString(head.length()));
                case "connection" -> {
                    if (isUnderstood(field.value(), stays)) {
                        append(text, "Connection", field.value());
                    }
                }
                case "upgrade", "http2-settings" -> {}
                default -> append(text, field.name(), field.value());
            }
        }
        return text.append(END).toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        text.append(name).append(": ").append(value).append(END);
    }

    private static boolean isClose(HeaderField field) {
        return field.key().equals("connection") && field.value().equalsIgnoreCase("close");
    }

    /**
     * {@code close} beats {@code keep-alive}. HTTP/1.0 always closes (RFC 9112, 9.3): if a response has no length,
     * only the close marks its end.
     */
    private static boolean isUnderstood(String option, boolean stays) {
        var lower = option.toLowerCase(Locale.ROOT);
        return !DROPPED.contains(lower) && (stays || !lower.equals("keep-alive"));
    }
}
