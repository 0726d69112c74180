package io.parvis.proofs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * JSON as RFC 8785 has it: members in the order of their names' UTF-16 units, no white space, the shortest escapes,
 * numbers as ECMAScript writes doubles. Our own, because the one library for it in Java takes whole texts only, and a
 * proof of a million leaves is written as a stream.
 */
public final class CanonicalJson {

    private static final long MAX_EXACT = (1L << 53) - 1;
    private static final String SHORT_ESCAPES = "\"\\\b\t\n\f\r";
    private static final String SHORT_NAMES = "\"\\btnfr";

    private final StringBuilder out = new StringBuilder(256);

    /**
     * In UTF-8.
     *
     * @param value maps with string keys, iterables, strings, booleans, numbers that a double holds exactly, and null
     * @throws IllegalArgumentException for what JSON does not hold, or not exactly
     */
    public static byte[] bytes(@Nullable Object value) {
        var json = new CanonicalJson();
        json.write(value);
        return json.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Of the same bytes. */
    public static Bytes32 sha256(@Nullable Object value) {
        return Sha256.of(bytes(value));
    }

    /** Of an array, of which no more than an element is held at a time. */
    public static Bytes32 sha256OfArray(Stream<?> elements) {
        var digest = Sha256.digest();
        digest.update((byte) '[');
        for (Iterator<?> each = elements.iterator(); each.hasNext(); ) {
            digest.update(bytes(each.next()));
            if (each.hasNext()) {
                digest.update((byte) ',');
            }
        }
        digest.update((byte) ']');
        return Bytes32.of(digest.digest());
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> writeText(text);
            case Boolean truth -> out.append(truth.booleanValue());
            case Number number -> out.append(number(number));
            case Map<?, ?> members -> writeObject(members);
            case Iterable<?> items -> writeArray(items);
            default -> throw new IllegalArgumentException("Not JSON: " + value.getClass());
        }
    }

    private void writeObject(Map<?, ?> members) {
        var sorted = members instanceof SortedMap<?, ?> inOrder && inOrder.comparator() == null
                ? inOrder
                : new TreeMap<Object, @Nullable Object>(members);
        var separator = '{';
        for (var member : sorted.entrySet()) {
            if (!(member.getKey() instanceof String name)) {
                throw new IllegalArgumentException("A member's name is a string, not " + member.getKey());
            }
            out.append(separator);
            writeText(name);
            out.append(':');
            write(member.getValue());
            separator = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void writeArray(Iterable<?> items) {
        var separator = "";
        out.append('[');
        for (var item : items) {
            out.append(separator);
            write(item);
            separator = ",";
        }
        out.append(']');
    }

    private void writeText(String text) {
        if (isPlain(text)) {
            out.append('"').append(text).append('"');
            return;
        }
        out.append('"');
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            var known = SHORT_ESCAPES.indexOf(unit);
            if (known >= 0) {
                out.append('\\').append(SHORT_NAMES.charAt(known));
            } else if (unit < ' ') {
                out.append("\\u%04x".formatted((int) unit));
            } else {
                requireWhole(text, i);
                out.append(unit);
            }
        }
        out.append('"');
    }

    /** What most texts here are: hashes, ids, times. */
    private static boolean isPlain(String text) {
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Half a character has no UTF-8. */
    private static void requireWhole(String text, int at) {
        var unit = text.charAt(at);
        var whole = !Character.isSurrogate(unit)
                || (Character.isHighSurrogate(unit)
                        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
        if (!whole) {
            throw new IllegalArgumentException("A text with half a character in it");
        }
    }

    private static String number(Number number) {
        return switch (number) {
            case Integer whole -> whole.toString();
            case Long whole when Math.abs(whole) <= MAX_EXACT -> whole.toString();
            case Double real -> CanonicalNumber.of(real);
            case BigDecimal decimal -> exact(decimal);
            case BigInteger whole -> exact(new BigDecimal(whole));
            default -> exact(new BigDecimal(number.toString()));
        };
    }

    private static String exact(BigDecimal decimal) {
        var real = decimal.doubleValue();
        var text = CanonicalNumber.of(real);
        if (new BigDecimal(text).compareTo(decimal) != 0) {
            throw new IllegalArgumentException("A double does not hold " + decimal + ": make it a string");
        }
        return text;
    }
}
