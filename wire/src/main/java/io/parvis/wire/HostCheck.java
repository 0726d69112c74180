package io.parvis.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The request target and {@code Host} must agree (RFC 9112, 3.2). */
final class HostCheck {

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*)([/?].*)?");

    private HostCheck() {}

    static void judge(RequestLine line, @Nullable HeaderField host) throws MalformedRequest {
        if (host == null && line.current()) {
            throw MalformedRequest.because("There is no Host.");
        }
        if (host != null && !HttpGrammar.isAuthority(host.value())) {
            throw MalformedRequest.because("Host is not the name of a host, with a port or without.");
        }
        if (line.target().startsWith("/") || line.method().equals("CONNECT")) {
            return;
        }
        if (line.target().equals("*") && line.method().equals("OPTIONS")) {
            return;
        }
        judgeAbsolute(line.target(), host);
    }

    private static void judgeAbsolute(String target, @Nullable HeaderField host) throws MalformedRequest {
        var parts = ABSOLUTE.matcher(target);
        if (!parts.matches() || !HttpGrammar.isAuthority(parts.group(1))) {
            throw MalformedRequest.because("The target of the request is neither a path nor the address of one.");
        }
        if (host != null && !host.value().equalsIgnoreCase(parts.group(1))) {
            throw MalformedRequest.because("The target of the request and Host name different hosts.");
        }
    }
}
