package io.parvis.gateway.client;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an element of {@code Forwarded} (RFC 7239, section 4): pairs by semicolons, values plain or quoted. */
final class ForwardedParser {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    /** They are no token's, yet many write {@code for=192.0.2.1:4711} and {@code for=[2001:db8::1]} without quotes. */
    private static final String TAKEN_TOO = ":[]";

    private final String text;
    private int at;

    private ForwardedParser(String text) {
        this.text = text;
    }

    /** Empty where any of it is malformed. Who is not named is unknown. */
    static Optional<ForwardedElement> read(String element) {
        try {
            return Optional.of(new ForwardedParser(element).element());
        } catch (Malformed malformed) {
            return Optional.empty();
        }
    }

    private static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private ForwardedElement element() throws Malformed {
        @Nullable ForwardedNode node = null;
        @Nullable String scheme = null;
        do {
            skipBlanks();
            if (!ended() && text.charAt(at) != ';') {
                var name = token().toLowerCase(Locale.ROOT);
                if (!next('=')) {
                    throw new Malformed();
                }
                var value = value();
                if (name.equals("for")) {
                    node = once(node, ForwardedNode.read(value).orElseThrow(Malformed::new));
                } else if (name.equals("proto")) {
                    scheme = once(scheme, value);
                }
            }
            skipBlanks();
        } while (next(';'));
        if (!ended()) {
            throw new Malformed();
        }
        return new ForwardedElement(node == null ? new ForwardedNode.Unknown() : node, scheme);
    }

    /** A parameter may stand once per element. */
    private static <T> T once(@Nullable T before, T value) throws Malformed {
        if (before != null) {
            throw new Malformed();
        }
        return value;
    }

    private String value() throws Malformed {
        return next('"') ? quoted() : token();
    }

    private String quoted() throws Malformed {
        var value = new StringBuilder();
        while (!ended()) {
            var c = text.charAt(at++);
            if (c == '"') {
                return value.toString();
            }
            if (c == '\\' && !ended()) {
                c = text.charAt(at++);
            }
            value.append(c);
        }
        throw new Malformed();
    }

    private String token() throws Malformed {
        var begin = at;
        while (!ended() && isTokenMark(text.charAt(at))) {
            at++;
        }
        if (at == begin) {
            throw new Malformed();
        }
        return text.substring(begin, at);
    }

    private static boolean isTokenMark(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || TOKEN_MARKS.indexOf(c) >= 0 || TAKEN_TOO.indexOf(c) >= 0);
    }

    private boolean next(char expected) {
        if (!ended() && text.charAt(at) == expected) {
            at++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (!ended() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private boolean ended() {
        return at >= text.length();
    }
}
