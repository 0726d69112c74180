package io.parvis.wire;

import java.util.Locale;

/**
 * A header or trailer field.
 *
 * @param name as it was sent
 * @param key the name in lower case
 * @param value without the blanks around it
 */
record HeaderField(String name, String key, String value) {

    static HeaderField read(String line) throws MalformedRequest {
        if (line.startsWith(" ") || line.startsWith("\t")) {
            throw MalformedRequest.because("A header field goes on in another line.");
        }
        var colon = line.indexOf(':');
        var name = line.substring(0, Math.max(0, colon));
        if (!HttpGrammar.isToken(name)) {
            throw MalformedRequest.because("The name of a header field is not a token.");
        }
        var value = trimmed(line.substring(colon + 1));
        if (!HttpGrammar.isFieldValue(value)) {
            throw MalformedRequest.because("The value of a header field holds a control character.");
        }
        return new HeaderField(name, name.toLowerCase(Locale.ROOT), value);
    }

    private static String trimmed(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\t';
    }

    /** In bytes, as it is written: with a colon, a blank and the end of its line. */
    int length() {
        return name.length() + value.length() + 4;
    }

    @Override
    public String toString() {
        return name + ": " + value;
    }
}
