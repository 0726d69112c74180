package io.parvis.gateway.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code Forwarded} (RFC 7239, section 4): elements by commas, pairs by semicolons, values plain or quoted. */
final class ForwardedParser {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final String text;
    private int at;

    private ForwardedParser(String text) {
        this.text = text;
    }

    /** In the order in which they were added; none where any of it is malformed: then nobody's word is taken. */
    static List<Statement> read(List<String> headers) {
        try {
            return new ForwardedParser(String.join(",", headers)).elements();
        } catch (Malformed malformed) {
            return List.of();
        }
    }

    private static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private List<Statement> elements() throws Malformed {
        var all = new ArrayList<Statement>();
        do {
            skipBlanks();
            if (!ended() && text.charAt(at) != ',') {
                all.add(element());
            }
        } while (next(','));
        if (!ended()) {
            throw new Malformed();
        }
        return all;
    }

    private Statement element() throws Malformed {
        @Nullable String node = null;
        @Nullable String scheme = null;
        do {
            skipBlanks();
            if (!ended() && text.charAt(at) != ';' && text.charAt(at) != ',') {
                var name = token().toLowerCase(Locale.ROOT);
                if (!next('=')) {
                    throw new Malformed();
                }
                var value = value();
                if (name.equals("for")) {
                    node = once(node, value);
                } else if (name.equals("proto")) {
                    scheme = once(scheme, value);
                }
            }
            skipBlanks();
        } while (next(';'));
        return new Statement(node, scheme);
    }

    /** A parameter may stand once per element. */
    private static String once(@Nullable String before, String value) throws Malformed {
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

    /** A colon is no token's, yet many write {@code for=192.0.2.1:4711} without quotes. */
    private static boolean isTokenMark(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || TOKEN_MARKS.indexOf(c) >= 0 || c == ':');
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
