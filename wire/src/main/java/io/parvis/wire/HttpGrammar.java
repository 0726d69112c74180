package io.parvis.wire;

import io.netty.util.NetUtil;

/** The character sets of RFC 9110 (5.5, 5.6.2) and RFC 3986 (3.2). */
final class HttpGrammar {

    private static final boolean[] TOKEN = letters("!#$%&'*+-.^_`|~");
    private static final boolean[] HOST = letters("-._~");
    private static final int MAX_PORT = 65_535;

    private HttpGrammar() {}

    static boolean isToken(String text) {
        return consistsOf(text, TOKEN);
    }

    static boolean isLowerCaseToken(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
                return false;
            }
        }
        return isToken(text);
    }

    /** Visible letters, blanks and tabs between them, and bytes beyond ASCII. */
    static boolean isFieldValue(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f || c > 0xff) {
                return false;
            }
        }
        return true;
    }

    static boolean isVisible(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isNumber(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** A name, an address or an IPv6 address in brackets, and maybe a port; less than RFC 3986 lets a host be. */
    static boolean isAuthority(String text) {
        var end = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
        var host = end < 0 ? text : text.substring(0, end);
        return (host.startsWith("[") ? isAddress(host) : consistsOf(host, HOST))
                && isPort(text.substring(host.length()));
    }

    private static boolean isAddress(String host) {
        // A zone, which Netty would take, means something on one machine only.
        return host.indexOf('%') < 0 && NetUtil.isValidIpV6Address(host.substring(1, host.length() - 1));
    }

    private static boolean isPort(String text) {
        return text.isEmpty()
                || (text.startsWith(":")
                        && text.length() <= 6
                        && isNumber(text.substring(1))
                        && Integer.parseInt(text.substring(1)) <= MAX_PORT);
    }

    private static boolean consistsOf(String text, boolean[] letters) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= letters.length || !letters[c]) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean[] letters(String marks) {
        var letters = new boolean[0x80];
        for (var c = 0; c < letters.length; c++) {
            letters[c] =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || marks.indexOf(c) >= 0;
        }
        return letters;
    }
}
