package io.parvis.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Strict JSON (RFC 8259 within RFC 7493): UTF-8, no name twice in an object, nothing after the end, and no deeper than
 * anything honest. Answers {@link JsonObject}, {@link List}, String, Long (exact integers as a canonical text has
 * them), Double, Boolean or null.
 */
final class JsonParser {

    private static final int MAX_DEPTH = 64;
    private static final int MANY = 16;
    private static final int MAX_INTEGER_DIGITS = 16;
    private static final long MAX_INTEGER = (1L << 53) - 1;
    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,400})(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,5})?");

    private final byte[] text;
    private final Map<String, String> names = new HashMap<>();
    private int at;
    private int depth;

    private JsonParser(byte[] text) {
        this.text = text;
    }

    /** @throws Malformed with the place where it stops being JSON */
    static @Nullable Object parse(byte[] text) {
        var parser = new JsonParser(text);
        var value = parser.value();
        parser.space();
        if (parser.at < text.length) {
            throw parser.broken("there is something after the end");
        }
        return value;
    }

    private @Nullable Object value() {
        space();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private JsonObject object() {
        enter();
        var found = new ArrayList<String>();
        var values = new ArrayList<@Nullable Object>();
        @Nullable Set<String> seen = null;
        while (another('}', found.isEmpty())) {
            if (peek() != '"') {
                throw broken("a name was expected");
            }
            var name = name();
            if (seen == null ? found.contains(name) : !seen.add(name)) {
                throw broken("a name stands twice in one object");
            }
            found.add(name);
            if (found.size() == MANY) {
                seen = new HashSet<>(found);
            }
            space();
            expect(':');
            values.add(value());
        }
        depth--;
        return new JsonObject(found.toArray(String[]::new), values.toArray());
    }

    private List<@Nullable Object> array() {
        enter();
        var items = new ArrayList<@Nullable Object>();
        while (another(']', items.isEmpty())) {
            items.add(value());
        }
        depth--;
        return items;
    }

    /** The same few names stand in a million objects: one String for all of them. */
    private String name() {
        var name = string();
        if (names.size() > 1000) {
            return name;
        }
        var known = names.putIfAbsent(name, name);
        return known == null ? name : known;
    }

    private void enter() {
        at++;
        if (++depth > MAX_DEPTH) {
            throw broken("it is nested deeper than " + MAX_DEPTH);
        }
    }

    private boolean another(char end, boolean first) {
        space();
        if (peek() == end) {
            at++;
            return false;
        }
        if (!first) {
            expect(',');
            space();
        }
        return true;
    }

    private String string() {
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

    private Object number() {
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

    private @Nullable Object word(String word, @Nullable Object value) {
        for (var i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
        return value;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw broken("'" + wanted + "' was expected");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length) {
            throw broken("it ends too early");
        }
        return (char) (text[at] & 0xff);
    }

    private void space() {
        while (at < text.length && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    private Malformed broken(String why) {
        return new Malformed("It is not JSON: " + why + " (byte " + at + ").");
    }
}
