package io.parvis.eventing.store;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hears from the database what other processes append. A connection that only listens does not notice a dead peer: so
 * it sends a query periodically, closes if there is no response, and reconnects. Until then polling bridges the gap.
 */
public final class AppendListener {

    private static final Logger LOG = Logger.getLogger(AppendListener.class);
    private static final Duration ASKS = Duration.ofSeconds(5);
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));

    /** Somebody may have appended something. */
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final Vertx vertx;
    private final EventStoreConnections store;
    private final LongConsumer onAppended;
    private final Runnable onRestart;
    private volatile @Nullable PgConnection connection;
    private volatile boolean stopped;
    private int failures;
    private long timer;

    /**
     * @param onAppended is told the newest position
     * @param onRestart is run where the database may have been started again: none is without closing this connection
     */
    public AppendListener(Vertx vertx, EventStoreConnections store, LongConsumer onAppended, Runnable onRestart) {
        this.vertx = vertx;
        this.store = store;
        this.onAppended = onAppended;
        this.onRestart = onRestart;
    }

    public void start() {
        timer = vertx.setPeriodic(ASKS.toMillis(), tick -> ask());
        connect();
    }

    private void connect() {
        if (stopped) {
            return;
        }
        store.connect().onSuccess(this::listen).onFailure(failure -> {
            LOG.debugf("Cannot listen for appends, trying again: %s", failure);
            connectLater();
        });
    }

    private void connectLater() {
        vertx.setTimer(BACKOFF.millis(failures++), tick -> connect());
    }

    private void listen(PgConnection opened) {
        connection = opened;
        opened.closeHandler(closed -> {
            connection = null;
            if (!stopped) {
                onRestart.run();
                connectLater();
            }
        });
        opened.notificationHandler(appended -> onAppended.accept(position(appended.getPayload())));
        opened.query("listen event_store")
                .execute()
                .onSuccess(listening -> {
                    failures = 0;
                    onRestart.run();
                    onAppended.accept(UNKNOWN);
                })
                .onFailure(failure -> opened.close());
        if (stopped) {
            opened.close();
        }
    }

    private static long position(@Nullable String told) {
        try {
            return told == null ? UNKNOWN : Long.parseLong(told);
        } catch (NumberFormatException other) {
            return UNKNOWN;
        }
    }

    private void ask() {
        var listening = connection;
        if (listening != null) {
            listening.query("select").execute();
        }
    }

    public void stop() {
        stopped = true;
        vertx.cancelTimer(timer);
        var listening = connection;
        if (listening != null) {
            listening.close();
        }
    }
}
