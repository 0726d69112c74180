package io.parvis.gateway.problem;

import io.netty.handler.codec.http2.Http2Error;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Drains the part of a body that arrives after the response was sent. Closing at once would reset the connection
 * before the client has read the response; draining without a limit would let it send forever.
 */
public final class UnreadBody {

    private static final long DRAIN_MAX_BYTES = 16L << 20;
    private static final long DRAIN_TIMEOUT_MILLIS = 5_000;

    private UnreadBody() {}

    /** Whether the request has a body at all, as far as its head tells; of HTTP/2 it tells the same here. */
    public static boolean expected(HttpServerRequest request) {
        var headers = request.headers();
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length == null ? headers.contains(HttpHeaders.TRANSFER_ENCODING) : !"0".equals(length.trim());
    }

    /** Reads and forgets what still comes; hangs up on who does not stop. The answer must have been given. */
    public static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        if (!expected(request)) {
            request.resume();
            return;
        }
        var owner = Vertx.currentContext();
        var timeout = owner.owner().setTimer(DRAIN_TIMEOUT_MILLIS, timer -> {
            if (!request.isEnded()) {
                endExchange(request);
            }
        });
        request.exceptionHandler(gone -> cancel(owner, timeout));
        request.endHandler(end -> {
            cancel(owner, timeout);
            if (isLast(request)) {
                endExchange(request);
            }
        });
        var seen = new long[1];
        request.handler(part -> {
            seen[0] += part.length();
            if (seen[0] > DRAIN_MAX_BYTES) {
                cancel(owner, timeout);
                endExchange(request);
            }
        });
        request.resume();
    }

    private static boolean isLast(HttpServerRequest request) {
        return request.response().headers().contains(HttpHeaders.CONNECTION, HttpHeaders.CLOSE, true);
    }

    private static void cancel(Context owner, long timer) {
        owner.owner().cancelTimer(timer);
    }

    /** Ends this exchange and, where one connection carries many (HTTP/2), no other. */
    public static void endExchange(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            // Not NO_ERROR, which says that the answer was whole (RFC 9113, 8.1).
            request.response().reset(Http2Error.CANCEL.code());
        } else {
            closeConnection(request.connection());
        }
    }

    /** Closes at once: what waits to be written, to somebody who may not read, is not waited for. */
    public static void closeConnection(HttpConnection connection) {
        ((ConnectionBase) connection).channelHandlerContext().close();
    }
}
