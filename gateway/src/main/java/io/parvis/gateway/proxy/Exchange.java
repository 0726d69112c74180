package io.parvis.gateway.proxy;

import io.parvis.gateway.problem.GatewayProblem;
import io.parvis.gateway.problem.ProblemResponse;
import io.parvis.gateway.problem.UnreadBody;
import io.parvis.wire.MalformedRequest;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service, and the answer. Everything happens on the event loop that the request came in
 * on. Ends exactly once: completed, refused, aborted or abandoned.
 */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final long RETRY_MILLIS = 10;

    private final HttpServerRequest request;
    private final AdmittedRequest admitted;
    private final Upstream upstream;
    private final UpstreamFailures failures;
    private final ProxyTimeouts timeouts;
    private final IdleTimer watch;
    private final Retries retries;
    private final boolean hasBody;
    private final Runnable ended;
    private final GuardedHandlers handlers = new GuardedHandlers(this::broken);
    private final long begun = System.nanoTime();

    /** Whether it waits for a connection, which nobody can call off. */
    private boolean connecting;

    private boolean over;
    private @Nullable HttpClientRequest outbound;
    private @Nullable RequestUpload upload;
    private @Nullable ResponseDownload download;

    /** @param ended run once, when it is over for the service and waits for no connection to it any more */
    Exchange(
            HttpServerRequest request,
            AdmittedRequest admitted,
            Upstream upstream,
            ProxyTimeouts timeouts,
            Runnable ended) {
        this.request = request;
        this.admitted = admitted;
        this.upstream = upstream;
        this.failures = new UpstreamFailures(request, upstream);
        this.hasBody = UnreadBody.expected(request);
        this.retries = new Retries(request);
        this.timeouts = timeouts;
        this.ended = ended;
        this.watch = new IdleTimer(timeouts, this::servicesTurn, this::silent, handlers);
    }

    void start() {
        handlers.guarded(now -> begin()).handle(this);
    }

    private void begin() {
        request.response().closeHandler(handlers.guarded(gone -> abandon()));
        request.response().exceptionHandler(handlers.guarded(this::gone));
        request.exceptionHandler(handlers.guarded(this::gone));
        if (request.response().closed()) {
            abandon();
        } else {
            connect();
        }
    }

    private void connect() {
        if (over) {
            return;
        }
        if (!upstream.circuit().allows()) {
            refuse(GatewayProblem.unavailable(upstream.name()));
            return;
        }
        connecting = true;
        upstream.request(request.method(), admitted.uri()).onComplete(handlers.result(this::connected));
    }

    private void connected(AsyncResult<HttpClientRequest> got) {
        connecting = false;
        if (over) {
            if (got.succeeded()) {
                release(got.result());
            }
            ended.run();
        } else if (got.succeeded()) {
            send(got.result());
        } else if (!(got.cause() instanceof HttpClosedException && triedAgain(false))) {
            refuse(failures.notConnected(got.cause()));
        }
    }

    /** Nothing has been sent on it: the next one gets it as it is. */
    private static void release(HttpClientRequest unused) {
        unused.exceptionHandler(reset -> {});
        unused.reset();
    }

    private void send(HttpClientRequest out) {
        outbound = out;
        ForwardedHeaders.toService(request, admitted, out.headers());
        // What fails here fails the answer too, which is where it is dealt with.
        out.exceptionHandler(failure -> {});
        watch.start();
        var headIsOut = hasBody ? sendHead(out) : sendAll(out);
        headIsOut.onFailure(handlers.guarded(failure -> failed(failure, out, false)));
        out.response()
                .onSuccess(handlers.guarded(answer -> answered(answer, out)))
                // A head that was not written whole has told the service nothing that it could act on.
                .onFailure(failure ->
                        headIsOut.onComplete(handlers.result(head -> failed(failure, out, head.succeeded()))));
    }

    private Future<Void> sendAll(HttpClientRequest out) {
        request.resume();
        return out.end();
    }

    private Future<Void> sendHead(HttpClientRequest out) {
        var pace = new MinimumRateTimer(timeouts.ofBody(), () -> silent(false));
        var body = new RequestUpload(
                request,
                out,
                admitted.bodyLimit(),
                watch,
                pace,
                handlers,
                () -> refuse(GatewayProblem.tooLarge(admitted.bodyLimit())));
        upload = body;
        return body.sendHead().onSuccess(handlers.guarded(sent -> {
            if (outbound == out && !over) {
                body.start();
            }
        }));
    }

    private void answered(HttpClientResponse answer, HttpClientRequest out) {
        if (over || outbound != out) {
            answer.exceptionHandler(left -> {});
            return;
        }
        upstream.circuit().answered();
        watch.answering();
        var reading = new SlowReaderTimer(timeouts.ofAnswer(), this::tooSlow);
        download =
                new ResponseDownload(answer, request, upstream, watch, reading, handlers, this::finish, this::breakOff);
        download.start();
    }

    private void failed(Throwable failure, HttpClientRequest out, boolean mayHaveArrived) {
        if (over || outbound != out || download != null) {
            return;
        }
        watch.stop();
        outbound = null;
        UnreadBody.closeConnection(out.connection());
        if (!triedAgain(mayHaveArrived)) {
            refuse(failures.noAnswer(failure));
        }
    }

    private boolean triedAgain(boolean mayHaveArrived) {
        var allowed = retries.allow(mayHaveArrived);
        if (allowed) {
            // Not at once: what died together with this connection is known by then, and not handed out.
            Vertx.currentContext().owner().setTimer(RETRY_MILLIS, handlers.guarded(soon -> connect()));
        }
        return allowed;
    }

    /** Whether the client has done what it can, so that silence is the service's. */
    private boolean servicesTurn() {
        return upload == null || upload.atService();
    }

    private void silent(boolean onServicesTurn) {
        if (download == null) {
            refuse(onServicesTurn ? failures.tooLate() : GatewayProblem.requestTimeout());
        } else if (onServicesTurn && !download.atClient()) {
            breakOff(new TimeoutException("silent for too long"));
        } else {
            tooSlow();
        }
    }

    /** The client keeps an answer waiting that has begun; the service may have given all of it long ago. */
    private void tooSlow() {
        end(true);
        UnreadBody.endExchange(request);
        LOG.debugf("The client of %s %s is too slow", request.method(), request.path());
    }

    private void refuse(GatewayProblem problem) {
        if (end(true)) {
            ProblemResponse.send(request, problem);
            trace(problem.status());
        }
    }

    private void finish() {
        if (end(!uploaded())) {
            UnreadBody.discard(request);
            trace(request.response().getStatusCode());
        }
    }

    private boolean uploaded() {
        return upload == null || upload.complete();
    }

    /** Part of the answer is out: its end is withheld, so that nobody takes the part for the whole. */
    private void breakOff(Throwable cause) {
        if (end(true)) {
            ProblemResponse.send(request, failures.brokenOff(cause));
        }
    }

    /** The client has gone, or has sent what cannot be read to its end: in this body, or behind this request. */
    private void gone(Throwable cause) {
        if (cause instanceof MalformedRequest why && !request.isEnded()) {
            refuse(GatewayProblem.malformed(why));
        } else {
            abandon();
        }
    }

    private void broken(RuntimeException fault) {
        if (end(true)) {
            LOG.errorf(fault, "%s %s failed in the gateway", request.method(), request.path());
            ProblemResponse.send(request, GatewayProblem.internal());
        }
    }

    private void abandon() {
        if (download != null && download.whole()) {
            // With its answer an HTTP/2 stream is closed: nobody has left.
            finish();
            return;
        }
        if (end(true)) {
            LOG.debugf("The client left %s %s", request.method(), request.path());
        }
    }

    private boolean end(boolean leavesService) {
        if (over) {
            return false;
        }
        over = true;
        if (!connecting) {
            ended.run();
        }
        watch.stop();
        if (upload != null) {
            upload.detach();
        }
        if (leavesService && outbound != null) {
            leave(outbound);
        }
        return true;
    }

    /** An exchange that is left half-way closes its connection: nobody else gets to see the rest of it. */
    private void leave(HttpClientRequest out) {
        if (download != null && uploaded()) {
            download.leave(out.connection());
        } else {
            // Not both are through, so it has not been given back.
            UnreadBody.closeConnection(out.connection());
        }
    }

    private void trace(int status) {
        LOG.debugf(
                "%s %s -> %s %d in %d ms",
                request.method(), request.path(), upstream.name(), status, (System.nanoTime() - begun) / 1_000_000);
    }
}
