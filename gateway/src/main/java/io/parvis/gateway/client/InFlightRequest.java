package io.parvis.gateway.client;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.parvis.gateway.problem.UnreadBody;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A request from its head until its response is written or its connection is closed. It has a deadline, except while
 * a service responds, which has its own timeouts. Runs on the connection's event loop.
 */
public final class InFlightRequest {

    private static final Duration RESET_TIMEOUT = Duration.ofSeconds(1);

    private final Client client;
    private final HttpServerRequest request;
    private final EventExecutor loop;
    private final Duration timeout;
    private final Runnable onEnd;
    private @Nullable Future<?> deadline;
    private boolean ended;

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

    /** No deadline while a service responds. */
    public void cancelDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** Starts the deadline: for authentication at first, and again for the end of the response. */
    public void startDeadline() {
        schedule(timeout, this::onTimeout);
    }

    void end() {
        if (!ended) {
            ended = true;
            cancelDeadline();
            onEnd.run();
        }
    }

    private void onTimeout() {
        UnreadBody.endExchange(request);
        // If the client reads nothing, the RST_STREAM cannot be sent either; so close the connection.
        schedule(RESET_TIMEOUT, () -> UnreadBody.closeConnection(request.connection()));
    }

    private void schedule(Duration time, Runnable end) {
        cancelDeadline();
        if (!ended) {
            deadline = loop.schedule(end, time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
