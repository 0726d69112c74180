package io.parvis.gateway.proxy;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.function.Consumer;

/** A service's answer on its way to the client, held back while the client takes no more. */
final class Download {

    private final HttpClientResponse from;
    private final HttpServerResponse to;
    private final SilenceWatch watch;
    private final Runnable done;
    private final Consumer<Throwable> broken;

    Download(
            HttpClientResponse from,
            HttpServerRequest request,
            Upstream upstream,
            SilenceWatch watch,
            Runnable done,
            Consumer<Throwable> broken) {
        this.from = from;
        this.to = request.response();
        this.watch = watch;
        this.done = done;
        this.broken = broken;
        to.setStatusCode(from.statusCode());
        ForwardedHeaders.toClient(from.headers(), upstream, to.headers());
        if (!to.headers().contains(HttpHeaders.CONTENT_LENGTH) && mayHaveBody(request.method(), from.statusCode())) {
            to.setChunked(true);
        }
    }

    void start() {
        from.exceptionHandler(broken::accept);
        to.drainHandler(drained -> {
            watch.progress();
            from.resume();
        });
        from.handler(this::part);
        from.endHandler(end -> end());
    }

    private void part(Buffer part) {
        if (to.closed() || to.ended()) {
            return;
        }
        watch.progress();
        to.write(part);
        if (to.writeQueueFull()) {
            from.pause();
        }
    }

    private void end() {
        if (!to.closed() && !to.ended()) {
            to.end();
        }
        done.run();
    }

    private static boolean mayHaveBody(HttpMethod request, int status) {
        return !HttpMethod.HEAD.equals(request) && status != 204 && status != 304;
    }
}
