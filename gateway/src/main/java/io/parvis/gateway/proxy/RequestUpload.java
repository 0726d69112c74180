package io.parvis.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** Streams a request body to the service, with a size limit and back-pressure. */
final class RequestUpload {

    private static final long UNKNOWN = -1;

    /**
     * Bytes. Smaller parts that arrive in one iteration of the event loop are written as one: a client may send one
     * byte per frame, and each write is costly.
     */
    private static final int SMALL_PART = 4 * 1024;

    private final HttpServerRequest from;
    private final HttpClientRequest to;
    private final long limit;
    private final IdleTimer watch;
    private final MinimumRateTimer pace;
    private final GuardedHandlers handlers;
    private final Runnable tooLarge;
    private final long declared;

    private long seen;
    private Buffer smallParts = Buffer.buffer();
    private boolean started;
    private boolean complete;
    private boolean heldBack;
    private boolean detached;

    RequestUpload(
            HttpServerRequest from,
            HttpClientRequest to,
            long limit,
            IdleTimer watch,
            MinimumRateTimer pace,
            GuardedHandlers handlers,
            Runnable tooLarge) {
        this.from = from;
        this.to = to;
        this.limit = limit;
        this.watch = watch;
        this.pace = pace;
        this.handlers = handlers;
        this.tooLarge = tooLarge;
        var length = from.getHeader(HttpHeaders.CONTENT_LENGTH);
        this.declared = length == null ? UNKNOWN : Long.parseLong(length);
    }

    /** The head goes out at once: the service may have an answer before the first byte of the body. */
    Future<Void> sendHead() {
        if (declared == UNKNOWN) {
            to.setChunked(true);
        }
        return to.sendHead();
    }

    /** The body follows only when the head is out: until then nothing is lost if another connection is tried. */
    void start() {
        started = true;
        // HTTP/1.0 knows no answer before the answer.
        if (from.version() != HttpVersion.HTTP_1_0
                && "100-continue".equalsIgnoreCase(from.getHeader(HttpHeaders.EXPECT))) {
            from.response().writeContinue();
        }
        to.drainHandler(handlers.guarded(drained -> goOn()));
        from.handler(handlers.guarded(this::part));
        from.endHandler(handlers.guarded(end -> end()));
        pace.clientsTurn(true);
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
        pace.stop();
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
        checkLength(declared != UNKNOWN && seen > declared);
        watch.progress();
        pace.moved(part.length());
        if (smallParts.length() == 0 && part.length() >= SMALL_PART) {
            write(part);
            return;
        }
        if (smallParts.length() == 0) {
            Vertx.currentContext().runOnContext(handlers.guarded(turnOver -> writeSmallParts()));
        }
        smallParts.appendBuffer(part);
        if (smallParts.length() >= SMALL_PART) {
            writeSmallParts();
        }
    }

    private void writeSmallParts() {
        if (smallParts.length() > 0 && !detached) {
            var gathered = smallParts;
            smallParts = Buffer.buffer();
            write(gathered);
        }
    }

    private void write(Buffer part) {
        to.write(part);
        if (to.writeQueueFull()) {
            heldBack = true;
            pace.clientsTurn(false);
            from.pause();
        }
    }

    private void goOn() {
        if (heldBack && !detached) {
            heldBack = false;
            watch.progress();
            pace.clientsTurn(true);
            from.resume();
        }
    }

    private void end() {
        pace.stop();
        if (!detached) {
            checkLength(declared != UNKNOWN && seen != declared);
            complete = true;
            watch.progress();
            writeSmallParts();
            to.end();
        }
    }

    /** The service would take what is over for another request, or wait for what is missing in the next one. */
    private static void checkLength(boolean differs) {
        if (differs) {
            throw new IllegalStateException("The body is not as long as was said");
        }
    }
}
