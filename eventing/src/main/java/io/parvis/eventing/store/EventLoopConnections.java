package io.parvis.eventing.store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One read connection per event loop: queries and results stay on the caller's thread, and queries are pipelined.
 * Callers on other threads use the pool.
 *
 * <p>For reads only: if a connection breaks or does not respond, its queries are retried through the pool.
 */
final class EventLoopConnections {

    private final EventStoreConnections store;
    private final Pool pool;
    private final Map<Object, Future<PgConnection>> connections = new ConcurrentHashMap<>();

    EventLoopConnections(EventStoreConnections store, Pool pool) {
        this.store = store;
        this.pool = pool;
    }

    Future<RowSet<Row>> query(String sql, Tuple arguments) {
        var context = Vertx.currentContext();
        if (context == null || !context.isEventLoopContext()) {
            return pool.preparedQuery(sql).execute(arguments);
        }
        return connectionOf((ContextInternal) context)
                .compose(connection -> connection.preparedQuery(sql).execute(arguments))
                .recover(failure -> TransientFailure.in(failure)
                        ? pool.preparedQuery(sql).execute(arguments)
                        : Future.failedFuture(failure));
    }

    private Future<PgConnection> connectionOf(ContextInternal context) {
        var loop = context.nettyEventLoop();
        var known = connections.get(loop);
        return known != null ? known : connections.computeIfAbsent(loop, absent -> connect(loop, context.unwrap()));
    }

    private Future<PgConnection> connect(Object loop, Context ofLoop) {
        var connecting = Future.<PgConnection>future(
                opened -> ofLoop.runOnContext(now -> store.connect().onComplete(opened)));
        connecting.onComplete(connected -> {
            if (connected.failed()) {
                connections.remove(loop, connecting);
            } else {
                connected.result().closeHandler(closed -> connections.remove(loop, connecting));
            }
        });
        return connecting;
    }

    void close() {
        connections.values().forEach(connection -> connection.onSuccess(PgConnection::close));
    }
}
