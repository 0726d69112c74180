package io.parvis.gateway.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/** Streams a service's response to the client, with back-pressure. */
final class ResponseDownload {

    private final HttpClientResponse from;
    private final HttpServerResponse to;
    private final IdleTimer watch;
    private final SlowReaderTimer reading;
    private final GuardedHandlers handlers;
    private final Runnable done;
    private final Consumer<Throwable> broken;
    private boolean atClient;
    private boolean whole;

    ResponseDownload(
            HttpClientResponse from,
            HttpServerRequest request,
            Upstream upstream,
            IdleTimer watch,
            SlowReaderTimer reading,
            GuardedHandlers handlers,
            Runnable done,
            Consumer<Throwable> broken) {
        this.from = from;
        this.to = request.response();
        this.watch = watch;
        this.reading = reading;
        this.handlers = handlers;
        this.done = done;
        this.broken = broken;
        to.setStatusCode(from.statusCode());
        ForwardedHeaders.toClient(from.headers(), upstream, to.headers());
        if (!to.headers().contains(HttpHeaders.CONTENT_LENGTH) && mayHaveBody(request.method(), from.statusCode())) {
            to.setChunked(true);
        }
    }

    void start() {
        from.exceptionHandler(handlers.guarded(broken::accept));
        to.drainHandler(handlers.guarded(drained -> {
            atClient = false;
            watch.progress();
            from.resume();
        }));
        from.handler(handlers.guarded(this::part));
        from.endHandler(handlers.guarded(end -> end()));
    }

    /**
     * Closes the upstream connection, unless the response is complete: then the pool may have given the connection to
     * another request already, which shows only when the buffered rest is read. (Vert.x's own {@code reset} does not
     * check, and closes it.)
     */
    void leave(HttpConnection connection) {
        if (whole) {
            return;
        }
        from.exceptionHandler(gone -> {});
        from.handler(rest -> {});
        from.endHandler(end -> whole = true);
        from.resume();
        Vertx.currentContext().runOnContext(through -> {
            if (!whole) {
                connection.close();
            }
        });
    }

    private void part(Buffer part) {
        if (to.closed() || to.ended()) {
            return;
        }
        watch.progress();
        reading.handedOn(part.length(), to.write(part));
        if (to.writeQueueFull()) {
            atClient = true;
            from.pause();
        }
    }

    /** No more is asked of the service before the client has taken what there is. */
    boolean atClient() {
        return atClient;
    }

    /** The answer has come from the service whole. */
    boolean whole() {
        return whole;
    }

    private void end() {
        whole = true;
        if (!to.closed() && !to.ended()) {
            to.end();
        }
        done.run();
    }

    private static boolean mayHaveBody(HttpMethod request, int status) {
        return !HttpMethod.HEAD.equals(request) && status != 204 && status != 304;
    }
}
