package io.parvis.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/** The body of a request on its way to the service, counted, and held back while the service takes no more. */
final class Upload {

    private final HttpServerRequest from;
    private final HttpClientRequest to;
    private final long limit;
    private final SilenceWatch watch;
    private final Runnable tooLarge;

    private long seen;
    private boolean started;
    private boolean complete;
    private boolean heldBack;
    private boolean detached;

    Upload(HttpServerRequest from, HttpClientRequest to, long limit, SilenceWatch watch, Runnable tooLarge) {
        this.from = from;
        this.to = to;
        this.limit = limit;
        this.watch = watch;
        this.tooLarge = tooLarge;
    }

    /** The head goes out at once: the service may have an answer before the first byte of the body. */
    Future<Void> sendHead() {
        if (from.getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            to.setChunked(true);
        }
        return to.sendHead();
    }

    /** The body follows only when the head is out: until then nothing is lost if another connection is tried. */
    void start() {
        started = true;
        if ("100-continue".equalsIgnoreCase(from.getHeader(HttpHeaders.EXPECT))) {
            from.response().writeContinue();
        }
        to.drainHandler(drained -> goOn());
        from.handler(this::part);
        from.endHandler(end -> end());
        from.resume();
    }

    /** Everything has been handed on. */
    boolean complete() {
        return complete;
    }

    /** Everything has been handed on, or the service takes no more for now. */
    boolean atService() {
        return complete || heldBack || !started;
    }

    /** From now on the rest of the body is somebody else's business. */
    void detach() {
        detached = true;
    }

    private void part(Buffer part) {
        if (detached) {
            return;
        }
        seen += part.length();
        if (seen > limit) {
            tooLarge.run();
            return;
        }
        watch.progress();
        to.write(part);
        if (to.writeQueueFull()) {
            heldBack = true;
            from.pause();
        }
    }

    private void goOn() {
        if (heldBack && !detached) {
            heldBack = false;
            watch.progress();
            from.resume();
        }
    }

    private void end() {
        complete = true;
        if (!detached) {
            watch.progress();
            to.end();
        }
    }
}
