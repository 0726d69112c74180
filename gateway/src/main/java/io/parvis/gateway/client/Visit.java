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
public final class Visit {

    private static final Duration UNTIL_IT_IS_RESET = Duration.ofSeconds(1);

    private final Client client;
    private final HttpServerRequest request;
    private final EventExecutor loop;
    private final Duration patience;
    private final Runnable leaves;
    private @Nullable Future<?> deadline;
    private boolean over;

    Visit(Client client, HttpServerRequest request, EventExecutor loop, Duration patience, Runnable leaves) {
        this.client = client;
        this.request = request;
        this.loop = loop;
        this.patience = patience;
        this.leaves = leaves;
    }

    public Client client() {
        return client;
    }

    /** For as long as it takes. */
    public void mayStay() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /** From now on nobody but the client can hold it up for long. */
    public void mustLeave() {
        in(patience, this::hangUp);
    }

    void over() {
        if (!over) {
            over = true;
            mayStay();
            leaves.run();
        }
    }

    private void hangUp() {
        UnreadBody.hangUp(request);
        // Where nothing is read at all, not even that a stream is reset gets through.
        in(UNTIL_IT_IS_RESET, () -> UnreadBody.abort(request.connection()));
    }

    private void in(Duration time, Runnable end) {
        mayStay();
        if (!over) {
            deadline = loop.schedule(end, time.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
