package io.parvis.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Where the parser is in the text, and what it reads there that has nothing in it: strings and numbers. */
final class JsonCursor {

    private static final int MAX_INTEGER_DIGITS = 16;
    private static final long MAX_INTEGER = (1L << 53) - 1;
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,400})(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,5})?");

    private final byte[] text;
    private int at;

    JsonCursor(byte[] text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at >= text.length;
    }

    void skip() {
        at++;
    }

    String string() {
        var from = ++at;
        while (peek() != '"' && peek() != '\\') {
            if (text[at] >= 0 && text[at] < ' ') {
                throw broken("a control character stands in a text");
            }
            at++;
        }
        var plain = decode(from, at);
        if (peek() == '"') {
            at++;
            return plain;
        }
        return escaped(new StringBuilder(plain));
    }

    private String escaped(StringBuilder text) {
        while (peek() == '\\') {
            at++;
            text.append(escape());
            var from = at;
            while (peek() != '"' && peek() != '\\') {
                if (this.text[at] >= 0 && this.text[at] < ' ') {
                    throw broken("a control character stands in a text");
                }
                at++;
            }
            text.append(decode(from, at));
        }
        at++;
        return text.toString();
    }

    private char escape() {
        var kind = peek();
        at++;
        if (kind == 'u') {
            if (at + 4 > text.length) {
                throw broken("it ends too early");
            }
            var unit = 0;
            for (var i = 0; i < 4; i++, at++) {
                var digit = Character.digit(text[at], 16);
                if (digit < 0) {
                    throw broken("an escape is none");
                }
                unit = unit * 16 + digit;
            }
            return (char) unit;
        }
        var known = "\"\\/bfnrt".indexOf(kind);
        if (known < 0) {
            throw broken("an escape is none");
        }
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private String decode(int from, int to) {
        if (isAscii(from, to)) {
            return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text, from, to - from))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw broken("it is not UTF-8");
        }
    }

    /** Nearly all of a proof is, and a million leaves are read faster for it. */
    private boolean isAscii(int from, int to) {
        for (var i = from; i < to; i++) {
            if (text[i] < 0) {
                return false;
            }
        }
        return true;
    }

    Object number() {
        var from = at;
        while (at < text.length && "+-.eE0123456789".indexOf(text[at]) >= 0) {
            at++;
        }
        var digits = new String(text, from, at - from, StandardCharsets.US_ASCII);
        if (!NUMBER.matcher(digits).matches()) {
            at = from;
            throw broken("a value was expected");
        }
        if (digits.length() <= MAX_INTEGER_DIGITS && INTEGER.matcher(digits).matches()) {
            var whole = Long.parseLong(digits);
            if (Math.abs(whole) <= MAX_INTEGER) {
                return whole;
            }
        }
        return Double.parseDouble(digits);
    }

    void expect(char wanted) {
        if (peek() != wanted) {
            throw broken("'" + wanted + "' was expected");
        }
        at++;
    }

    char peek() {
        if (at >= text.length) {
            throw broken("it ends too early");
        }
        return (char) (text[at] & 0xff);
    }

    void space() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    Malformed broken(String why) {
        return new Malformed("It is not JSON: " + why + " (byte " + at + ").");
    }
}
