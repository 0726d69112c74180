package io.parvis.wire.log;

import org.jspecify.annotations.Nullable;

/** Escapes characters that could forge log lines. */
final class LogEscaping {

    private LogEscaping() {}

    static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (text.codePoints().noneMatch(LogEscaping::hides)) {
            return text;
        }
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (hides(c)) {
                escape(c, escaped);
            } else {
                escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** Control characters (tabs too), other ends of lines, what turns the direction of writing, halves of characters. */
    private static boolean hides(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }

    private static void escape(int c, StringBuilder into) {
        switch (c) {
            case '\n' -> into.append("\\n");
            case '\r' -> into.append("\\r");
            case '\t' -> into.append("\\t");
            default -> into.append(String.format("\\u%04x", c));
        }
    }
}
