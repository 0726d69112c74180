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

/** Opens connections to PostgreSQL; the one place that does. */
public final class PostgresConnections {

    /** Before the client itself, where commands and answers pass as such. */
    private static final String CLIENT = "handler";

    private static final int KEEP_ALIVE_IDLE_SECONDS = 10;
    private static final int KEEP_ALIVE_INTERVAL_SECONDS = 5;
    private static final int KEEP_ALIVE_PROBES = 3;
    private static final int UNACKNOWLEDGED_MILLIS = 20_000;

    private PostgresConnections() {}

    public static Pool pool(Vertx vertx, PgConnectOptions options, PoolOptions pool, ConnectionLimits limits) {
        return pool(vertx, List.of(options), pool, limits);
    }

    /** @param options of the hosts that are tried in turn */
    public static Pool pool(Vertx vertx, List<PgConnectOptions> options, PoolOptions pool, ConnectionLimits limits) {
        var muteSince = new AtomicLong(System.nanoTime());
        return PgBuilder.pool()
                .with(pool)
                .connectingTo(options.stream()
                        .<SqlConnectOptions>map(one -> limited(one, limits))
                        .toList())
                .withConnectHandler(connection -> {
                    guard(connection, limits, muteSince);
                    connection.close();
                })
                .using(vertx)
                .build();
    }

    /** One connection, of the event loop that asks for it. */
    public static Future<PgConnection> connect(Vertx vertx, PgConnectOptions options, ConnectionLimits limits) {
        return PgConnection.connect(vertx, limited(options, limits)).map(connection -> {
            guard(connection, limits, new AtomicLong(System.nanoTime()));
            return connection;
        });
    }

    private static PgConnectOptions limited(PgConnectOptions options, ConnectionLimits limits) {
        var limited = new PgConnectOptions(options);
        limited.setConnectTimeout(millis(limits.connect()))
                .setTcpKeepAlive(true)
                .setTcpUserTimeout(UNACKNOWLEDGED_MILLIS);
        // Until it is guarded: a database that does not greet is given up.
        limited.setIdleTimeoutUnit(TimeUnit.MILLISECONDS).setReadIdleTimeout(millis(limits.connect()));
        limited.addProperty("statement_timeout", text(millis(limits.statement())));
        limited.addProperty("lock_timeout", text(millis(limits.lock())));
        // The other way round: what a process that is gone holds is let go of as soon.
        limited.addProperty("tcp_keepalives_idle", text(KEEP_ALIVE_IDLE_SECONDS));
        limited.addProperty("tcp_keepalives_interval", text(KEEP_ALIVE_INTERVAL_SECONDS));
        limited.addProperty("tcp_keepalives_count", text(KEEP_ALIVE_PROBES));
        limited.addProperty("tcp_user_timeout", text(UNACKNOWLEDGED_MILLIS));
        return limited;
    }

    private static void guard(SqlConnection connection, ConnectionLimits limits, AtomicLong muteSince) {
        var socket = ((SocketConnectionBase)
                        ((SqlConnectionInternal) connection).unwrap().unwrap())
                .socket();
        var channel = socket.channelHandlerContext().channel();
        // A system that does not know them goes without.
        channel.config().setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPIDLE), KEEP_ALIVE_IDLE_SECONDS);
        channel.config()
                .setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPINTERVAL), KEEP_ALIVE_INTERVAL_SECONDS);
        channel.config().setOption(NioChannelOption.of(ExtendedSocketOptions.TCP_KEEPCOUNT), KEEP_ALIVE_PROBES);
        var pipeline = channel.pipeline();
        pipeline.addBefore(CLIENT, "answer-deadline", new AnswerDeadline(limits.answer(), muteSince));
        pipeline.remove(IdleStateHandler.class);
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    private static String text(int number) {
        return Integer.toString(number);
    }
}
