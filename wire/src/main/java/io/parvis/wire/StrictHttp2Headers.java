package io.parvis.wire;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What HTTP/2 has to say of the headers of a request (RFC 9113, 8.2 and 8.3). */
final class StrictHttp2Headers {

    private static final Set<String> PSEUDO = Set.of(":method", ":scheme", ":authority", ":path");
    private static final Set<String> ONCE = Set.of("host", "content-length", "expect");
    private static final Set<String> OF_CONNECTIONS =
            Set.of("connection", "proxy-connection", "keep-alive", "transfer-encoding", "upgrade", "http2-settings");

    private final int stream;
    private final Set<String> seen = new HashSet<>();

    private StrictHttp2Headers(int stream) {
        this.stream = stream;
    }

    static void judge(int stream, Http2Headers headers) throws Http2Exception {
        var judge = new StrictHttp2Headers(stream);
        for (var header : headers) {
            judge.judge(header.getKey().toString(), header.getValue().toString());
        }
        judge.judgeTarget(headers);
    }

    /**
     * Says of the body what HTTP/1 would, so that nobody need know of frames: without a length and without a coding there
     * is none. One name of the host is enough; Vert.x takes two for different ones where only the case is.
     */
    static void complete(Http2Headers headers, boolean last) {
        if (!last && !headers.contains(HttpHeaderNames.CONTENT_LENGTH)) {
            headers.set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        if (headers.authority() != null) {
            headers.remove(HttpHeaderNames.HOST);
        }
    }

    static void judgeTrailer(int stream, Http2Headers trailer) throws Http2Exception {
        var judge = new StrictHttp2Headers(stream);
        for (var field : trailer) {
            judge.judgeField(field.getKey().toString(), field.getValue().toString());
        }
    }

    private void judge(String name, String value) throws Http2Exception {
        var first = seen.add(name);
        if (name.startsWith(":")) {
            require(first && PSEUDO.contains(name), "A pseudo-header is unknown or repeated");
        } else {
            require(first || !ONCE.contains(name), "A header that may stand once is repeated");
            judgeField(name, value);
        }
    }

    private void judgeField(String name, String value) throws Http2Exception {
        require(HttpGrammar.isLowerCaseToken(name), "The name of a header is not a token in lower case");
        require(HttpGrammar.isFieldValue(value) && value.equals(value.strip()), "The value of a header cannot be one");
        require(!OF_CONNECTIONS.contains(name), "A header speaks of the connection");
        require(!name.equals("te") || value.equalsIgnoreCase("trailers"), "TE is other than trailers");
        require(!name.equals("content-length") || HttpGrammar.isNumber(value), "The length is not a number");
    }

    private void judgeTarget(Http2Headers headers) throws Http2Exception {
        var method = text(headers.method());
        require(
                method != null && HttpGrammar.isToken(method) && !method.equals("CONNECT"),
                "The method is not a token");
        var scheme = text(headers.scheme());
        require("http".equals(scheme) || "https".equals(scheme), "The scheme is not http");
        var path = text(headers.path());
        require(
                path != null && HttpGrammar.isVisible(path) && (path.startsWith("/") || isAboutServer(method, path)),
                "The path is none");
        var authority = text(headers.authority());
        var host = text(headers.get("host"));
        require(authority != null || host != null, "There is no authority");
        require(authority == null || HttpGrammar.isAuthority(authority), "The authority is no host");
        require(host == null || HttpGrammar.isAuthority(host), "The host is none");
        require(authority == null || host == null || authority.equalsIgnoreCase(host), "Two hosts are named");
    }

    private static boolean isAboutServer(@Nullable String method, String path) {
        return path.equals("*") && "OPTIONS".equals(method);
    }

    private static @Nullable String text(@Nullable CharSequence text) {
        return text == null ? null : text.toString();
    }

    private void require(boolean holds, String otherwise) throws Http2Exception {
        if (!holds) {
            throw Http2Exception.streamError(stream, Http2Error.PROTOCOL_ERROR, otherwise);
        }
    }
}
