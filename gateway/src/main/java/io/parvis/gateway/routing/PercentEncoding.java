package io.parvis.gateway.routing;

import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.GatewayProblemException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding (RFC 3986 §2.1), read without mercy. */
final class PercentEncoding {

    private static final String UNRESERVED = "-._~";

    private PercentEncoding() {}

    /**
     * @param where for the message: path or query
     * @throws GatewayProblemException where an escape is broken or not UTF-8, a control character hides, or a character stands bare
     *     that must not
     */
    static void check(String raw, String where) {
        for (var c : raw.toCharArray()) {
            if (c <= ' ' || c >= 0x7f || c == '#') {
                throw refusal(where, "holds a character that must be percent-encoded");
            }
        }
        if (raw.indexOf('%') >= 0 && decode(raw).chars().anyMatch(c -> c == 0 || (c < ' ' && where.equals("path")))) {
            throw refusal(where, "holds a control character");
        }
    }

    /** @throws GatewayProblemException where an escape is broken or not UTF-8 */
    static String decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        var bytes = new ByteArrayOutputStream(raw.length());
        for (var i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) != '%') {
                bytes.write(raw.charAt(i));
                continue;
            }
            if (i + 2 >= raw.length()) {
                throw refusal("path or query", "ends within a percent-escape");
            }
            bytes.write(digit(raw.charAt(++i)) << 4 | digit(raw.charAt(++i)));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refusal("path or query", "is not UTF-8");
        }
    }

    /** One segment, with everything escaped that is not unreserved. */
    static void encode(String segment, StringBuilder into) {
        for (var b : segment.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0)) {
                into.append(c);
            } else {
                into.append('%').append(hex(b >> 4)).append(hex(b));
            }
        }
    }

    private static char hex(int nibble) {
        return Character.toUpperCase(Character.forDigit(nibble & 0xf, 16));
    }

    private static int digit(char c) {
        var value = c < 0x80 ? Character.digit(c, 16) : -1;
        if (value < 0) {
            throw refusal("path or query", "holds a broken percent-escape");
        }
        return value;
    }

    private static GatewayProblemException refusal(String where, String what) {
        return new GatewayProblemException(GatewayProblem.invalid("The " + where + " " + what + "."));
    }
}
