package io.parvis.verify;

/** Somebody else's text on our terminal: no control characters, no novel. */
final class Printable {

    private static final int MAX = 200;

    private Printable() {}

    static String of(String text) {
        var cut = text.length() <= MAX ? text : text.substring(0, MAX) + "…";
        return cut.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]", "?");
    }
}
