package io.parvis.gateway.client;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.parvis.gateway.problem.UnreadBody;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request under way, from its head until its answer has left or its connection is gone. It has a deadline, save while
 * a service answers, which is watched in other ways. Everything happens on the connection's event loop.
 */
public final class InFlightRequest {

    private static final Duration RESET_TIMEOUT = Duration.ofSeconds(1);

    private final Client client;
    private final HttpServerRequest request;
    private final EventExecutor loop;
    private final Duration timeout;
    private final Runnable onEnd;
    private @Nullable Future<?> deadline;
    private boolean over;

    InFlightRequest(Client client, HttpServerRequest request, EventExecutor loop, Duration timeout, Runnable onEnd) {
        this.client = client;
        this.request = request;
        this.loop = loop;
        this.timeout = timeout;
        this.onEnd = onEnd;
    }

    public Client client() {
        return client;
    }

    /** For as long as it takes. */
    public void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** From now on nobody but the client can hold it up for long. */
    public void startDeadline() {
        schedule(timeout, this::hangUp);
    }

    void over() {
        if (!over) {
            over = true;
            cancelDeadline();
            onEnd.run();
        }
    }

    private void hangUp() {
        UnreadBody.hangUp(request);
        // Where nothing is read at all, not even that a stream is reset gets through.
        schedule(RESET_TIMEOUT, () -> UnreadBody.abort(request.connection()));
    }

    private void schedule(Duration time, Runnable end) {
        cancelDeadline();
        if (!over) {
            deadline = loop.schedule(end, time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
