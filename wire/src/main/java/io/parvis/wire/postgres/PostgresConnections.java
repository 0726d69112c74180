package io.parvis.wire.postgres;

import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import jdk.net.ExtendedSocketOptions;

/** Opens Vert.x connections to PostgreSQL; the one place that does. */
public final class PostgresConnections {

    /** The name of Vert.x's handler, before which commands and responses pass as objects. */
    private static final String CLIENT = "handler";

    private static final int KEEP_ALIVE_IDLE_SECONDS = 10;
    private static final int KEEP_ALIVE_INTERVAL_SECONDS = 5;
    private static final int KEEP_ALIVE_PROBES = 3;
    private static final int TCP_USER_TIMEOUT_MILLIS = 20_000;

    private PostgresConnections() {}

    public static Pool pool(Vertx vertx, PgConnectOptions options, PoolOptions pool, ConnectionTimeouts limits) {
        return pool(vertx, List.of(options), pool, limits);
    }

    /** @param options of the hosts that are tried in turn */
    public static Pool pool(Vertx vertx, List<PgConnectOptions> options, PoolOptions pool, ConnectionTimeouts limits) {
        var unresponsiveSince = new AtomicLong(System.nanoTime());
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(options.stream()
                        .<SqlConnectOptions>map(one -> withTimeouts(one, limits))
                        .toList())
                .withConnectHandler(connection -> {
                    installTimeouts(connection, limits, unresponsiveSince);
                    connection.close();
                })
                .using(vertx)
                .build();
    }

    /** One connection, of the event loop that asks for it. */
    public static Future<PgConnection> connect(Vertx vertx, PgConnectOptions options, ConnectionTimeouts limits) {
        return PgConnection.connect(vertx, withTimeouts(options, limits)).map(connection -> {
            installTimeouts(connection, limits, new AtomicLong(System.nanoTime()));
            return connection;
        });
    }

    private static PgConnectOptions withTimeouts(PgConnectOptions options, ConnectionTimeouts limits) {
        var withTimeouts = new PgConnectOptions(options);
        withTimeouts
                .setConnectTimeout(millis(limits.connect()))
                .setTcpKeepAlive(true)
                .setTcpUserTimeout(TCP_USER_TIMEOUT_MILLIS);
        // Until the timeouts are installed: the handshake must complete in time.
        withTimeouts.setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setReadIdleTimeout(millis(limits.connect()));
        withTimeouts.addProperty("statement_timeout", text(millis(limits.statement())));
        withTimeouts.addProperty("lock_timeout", text(millis(limits.lock())));
        // On the server's side: locks of a dead client are released as fast.
        withTimeouts.addProperty("tcp_keepalives_idle", text(KEEP_ALIVE_IDLE_SECONDS));
        withTimeouts.addProperty("tcp_keepalives_interval", text(KEEP_ALIVE_INTERVAL_SECONDS));
        withTimeouts.addProperty("tcp_keepalives_count", text(KEEP_ALIVE_PROBES));
        withTimeouts.addProperty("tcp_user_timeout", text(TCP_USER_TIMEOUT_MILLIS));
        return withTimeouts;
    }

    private static void installTimeouts(
            SqlConnection connection, ConnectionTimeouts limits, AtomicLong unresponsiveSince) {
        var socket = ((SocketConnectionBase)
                        ((SqlConnectionInternal) connection).unwrap().unwrap())
                .socket();
        var channel = socket.channelHandlerContext().channel();
        // Ignored if the system does not support them.
        channel.config().setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), KEEP_ALIVE_IDLE_SECONDS);
        channel.config()
                .setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), KEEP_ALIVE_INTERVAL_SECONDS);
        channel.config().setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), KEEP_ALIVE_PROBES);
        var pipeline = channel.pipeline();
        pipeline.addBefore(CLIENT, "answer-deadline", new ResponseTimeout(limits.answer(), unresponsiveSince));
        pipeline.remove(IdleStateHandler.class);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
