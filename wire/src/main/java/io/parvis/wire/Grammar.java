package io.parvis.wire;

import io.netty.util.NetUtil;

/** The letters of RFC 9110 (5.5, 5.6.2) and RFC 3986 (3.2). */
final class Grammar {

    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";
    private static final String HOST_MARKS = "-._~";
    private static final int MAX_PORT = 65_535;

    private Grammar() {}

    static boolean isToken(CharSequence text) {
        return !text.isEmpty() && text.chars().allMatch(Grammar::isTokenLetter);
    }

    static boolean isLowerCaseToken(CharSequence text) {
        return isToken(text) && text.chars().noneMatch(c -> c >= 'A' && c <= 'Z');
    }

    /** Visible letters, blanks and tabs between them, and bytes beyond ASCII. */
    static boolean isFieldValue(CharSequence text) {
        return text.chars().allMatch(c -> c == '\t' || (c >= ' ' && c != 0x7f && c <= 0xff));
    }

    static boolean isVisible(CharSequence text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    static boolean isNumber(CharSequence text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** A name, an address or an IPv6 address in brackets, and maybe a port; less than RFC 3986 lets a host be. */
    static boolean isAuthority(String text) {
        var end = text.startsWith("[") ? text.indexOf(']') + 1 : text.indexOf(':');
        var host = end < 0 ? text : text.substring(0, end);
        return (host.startsWith("[") ? isAddress(host) : isName(host)) && isPort(text.substring(host.length()));
    }

    private static boolean isName(String host) {
        return !host.isEmpty() && host.chars().allMatch(c -> isLetterOrDigit(c) || HOST_MARKS.indexOf(c) >= 0);
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

    private static boolean isTokenLetter(int c) {
        return isLetterOrDigit(c) || TOKEN_MARKS.indexOf(c) >= 0;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
