package io.parvis.gateway.proxy;

import io.parvis.gateway.problem.Problem;
import io.parvis.gateway.problem.ProblemAnswer;
import io.parvis.gateway.problem.UnreadBody;
import io.vertx.core.AsyncResult;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way to a service, and the answer. Everything happens on the event loop that the request came in
 * on. Ends exactly once: answered, refused, broken off or abandoned.
 */
final class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    private final HttpServerRequest request;
    private final Passage passage;
    private final Upstream upstream;
    private final Faults faults;
    private final SilenceWatch watch;
    private final boolean hasBody;
    private final long begun = System.nanoTime();

    private boolean over;
    private @Nullable HttpClientRequest outbound;
    private @Nullable Upload upload;
    private boolean answering;

    Exchange(HttpServerRequest request, Passage passage, Upstream upstream, Patience patience) {
        this.request = request;
        this.passage = passage;
        this.upstream = upstream;
        this.faults = new Faults(request, upstream);
        this.hasBody = UnreadBody.expected(request);
        this.watch = new SilenceWatch(patience, this::servicesTurn, this::silent);
    }

    void start() {
        request.response().closeHandler(gone -> abandon());
        request.response().exceptionHandler(gone -> abandon());
        request.exceptionHandler(gone -> abandon());
        connect(!hasBody && TraitsOfMethods.isSafe(request.method()));
    }

    private void connect(boolean mayTryAgain) {
        if (!upstream.circuit().allows()) {
            refuse(Problem.unavailable(upstream.name()));
            return;
        }
        upstream.request(request.method(), passage.uri()).onComplete(got -> connected(got, mayTryAgain));
    }

    private void connected(AsyncResult<HttpClientRequest> got, boolean mayTryAgain) {
        if (over) {
            if (got.succeeded()) {
                got.result().reset();
            }
        } else if (got.succeeded()) {
            send(got.result(), mayTryAgain);
        } else {
            refuse(faults.notConnected(got.cause()));
        }
    }

    private void send(HttpClientRequest out, boolean mayTryAgain) {
        outbound = out;
        ForwardedHeaders.toService(request, passage.token(), out.headers());
        // What fails here fails the answer too, which is where it is dealt with.
        out.exceptionHandler(failure -> {});
        out.response().onComplete(answer -> answered(answer, out, mayTryAgain));
        watch.start();
        if (!hasBody) {
            request.resume();
            out.end();
            return;
        }
        if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
            request.response().writeContinue();
        }
        upload = new Upload(
                request, out, passage.bodyLimit(), watch, () -> refuse(Problem.tooLarge(passage.bodyLimit())));
        upload.start();
    }

    private void answered(AsyncResult<HttpClientResponse> answer, HttpClientRequest out, boolean mayTryAgain) {
        if (over) {
            out.reset();
        } else if (answer.succeeded()) {
            upstream.circuit().answered();
            answering = true;
            watch.answering();
            new Download(answer.result(), request, upstream, watch, this::finish, this::breakOff).start();
        } else if (mayTryAgain) {
            // Nothing was changed and nothing is lost: most likely a kept connection had just been closed.
            watch.stop();
            connect(false);
        } else {
            refuse(faults.noAnswer(answer.cause()));
        }
    }

    /** Whether the client has done what it can, so that silence is the service's. */
    private boolean servicesTurn() {
        return upload == null || upload.atService();
    }

    private void silent(boolean onServicesTurn) {
        if (answering) {
            breakOff(new TimeoutException("silent for too long"));
        } else {
            refuse(onServicesTurn ? faults.tooLate() : Problem.requestTimeout());
        }
    }

    private void refuse(Problem problem) {
        if (end(true)) {
            ProblemAnswer.send(request, problem);
            trace(problem.status());
        }
    }

    private void finish() {
        var uploaded = upload == null || upload.complete();
        if (end(!uploaded)) {
            UnreadBody.discard(request);
            trace(request.response().getStatusCode());
        }
    }

    /** Part of the answer is out: its end is withheld, so that nobody takes the part for the whole. */
    private void breakOff(Throwable cause) {
        if (end(true)) {
            ProblemAnswer.send(request, faults.brokenOff(cause));
        }
    }

    private void abandon() {
        if (end(true)) {
            LOG.debugf("The client left %s %s", request.method(), request.path());
        }
    }

    private boolean end(boolean resetService) {
        if (over) {
            return false;
        }
        over = true;
        watch.stop();
        if (upload != null) {
            upload.detach();
        }
        if (resetService && outbound != null) {
            outbound.reset();
        }
        return true;
    }

    private void trace(int status) {
        LOG.debugf(
                "%s %s -> %s %d in %d ms",
                request.method(), request.path(), upstream.name(), status, (System.nanoTime() - begun) / 1_000_000);
    }
}
