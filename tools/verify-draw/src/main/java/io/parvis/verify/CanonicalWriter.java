package io.parvis.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes what was parsed as RFC 8785 has it. */
final class CanonicalWriter {

    private static final HexFormat HEX = HexFormat.of();

    private final OutputStream out;

    private CanonicalWriter(OutputStream out) {
        this.out = out;
    }

    static void write(@Nullable Object value, OutputStream out) {
        try {
            new CanonicalWriter(out).value(value);
        } catch (IOException unlikely) {
            throw new UncheckedIOException(unlikely);
        }
    }

    static byte[] bytes(@Nullable Object value) {
        var out = new ByteArrayOutputStream();
        write(value, out);
        return out.toByteArray();
    }

    static String sha256(@Nullable Object value) {
        var digest = Hashes.sha256();
        write(value, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        return HEX.formatHex(digest.digest());
    }

    private void value(@Nullable Object value) throws IOException {
        switch (value) {
            case JsonObject object -> object(object);
            case List<?> items -> array(items);
            case String text -> text(text);
            case Double real -> raw(number(real));
            case null -> raw("null");
            default -> raw(value.toString());
        }
    }

    private void object(JsonObject object) throws IOException {
        var order = new Integer[object.names().length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> object.names()[a].compareTo(object.names()[b]));
        out.write('{');
        for (var i = 0; i < order.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            text(object.names()[order[i]]);
            out.write(':');
            value(object.values()[order[i]]);
        }
        out.write('}');
    }

    private void array(List<?> items) throws IOException {
        out.write('[');
        for (var i = 0; i < items.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            value(items.get(i));
        }
        out.write(']');
    }

    private void text(String text) throws IOException {
        var json = new StringBuilder(text.length() + 2).append('"');
        for (var i = 0; i < text.length(); i++) {
            var unit = text.charAt(i);
            var escape = "\"\\\b\t\n\f\r".indexOf(unit);
            if (escape >= 0) {
                json.append('\\').append("\"\\btnfr".charAt(escape));
            } else if (unit < ' ') {
                json.append("\\u00").append(HEX.toHexDigits((byte) unit));
            } else {
                json.append(unit);
            }
        }
        // An unpaired surrogate becomes '?', and then differs from what was read.
        raw(json.append('"').toString());
    }

    private void raw(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** ECMAScript's Number::toString. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            throw new Malformed("It is not JSON: a number is out of range.");
        }
        if (value == 0) {
            return "0";
        }
        if (value < 0) {
            return "-" + number(-value);
        }
        var decimal = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        var single = new BigDecimal(String.format(Locale.ROOT, "%.0e", value)).stripTrailingZeros();
        if (single.doubleValue() == value) {
            decimal = single;
        }
        var digits = decimal.unscaledValue().toString();
        var n = digits.length() - decimal.scale();
        if (digits.length() <= n && n <= 21) {
            return digits + "0".repeat(n - digits.length());
        }
        if (0 < n && n <= 21) {
            return digits.substring(0, n) + "." + digits.substring(n);
        }
        if (-6 < n && n <= 0) {
            return "0." + "0".repeat(-n) + digits;
        }
        var fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        return digits.charAt(0) + fraction + "e" + (n > 0 ? "+" : "-") + Math.abs(n - 1);
    }
}
