package io.parvis.eventing.store;

import io.parvis.wire.postgres.ConnectionTimeouts;
import io.parvis.wire.postgres.PostgresConnections;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.util.concurrent.TimeUnit;

/** How connections to the event store are made. */
public final class EventStoreConnections {

    private final Vertx vertx;
    private final DatabaseConfig database;
    private final EventStoreConfig config;

    public EventStoreConnections(Vertx vertx, DatabaseConfig database, EventStoreConfig config) {
        this.vertx = vertx;
        this.database = database;
        this.config = config;
    }

    public static Pool pool(Vertx vertx, DatabaseConfig database, EventStoreConfig config) {
        return new EventStoreConnections(vertx, database, config).pool(config.poolSize());
    }

    /** A pool of its own for whoever must not stand in others' way. */
    public Pool pool(int size) {
        var pool = new PoolOptions()
                .setMaxSize(size)
                .setMaxWaitQueueSize(config.maxWaitingAppends())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS)
                .setConnectionTimeout(Math.toIntExact(config.answerTimeout().toMillis()));
        return PostgresConnections.pool(vertx, options(database), pool, limits());
    }

    Future<PgConnection> connect() {
        return PostgresConnections.connect(vertx, options(database), limits());
    }

    private ConnectionTimeouts limits() {
        return new ConnectionTimeouts(database.connectTimeout(), config.answerTimeout());
    }

    /**
     * Statements have fixed shapes on narrow indexes, so their plans are made once, and for the index: a plan made
     * while the tables are still empty would otherwise read them whole, and stay.
     */
    static PgConnectOptions options(DatabaseConfig database) {
        var options = PgConnectOptions.fromUri(database.url())
                .setUser(database.username())
                .setPassword(database.password())
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(512);
        options.addProperty("application_name", database.username() + " event store");
        options.addProperty("plan_cache_mode", "force_generic_plan");
        options.addProperty("enable_seqscan", "off");
        options.addProperty("enable_bitmapscan", "off");
        options.addProperty("enable_hashjoin", "off");
        options.addProperty("enable_mergejoin", "off");
        options.addProperty("enable_material", "off");
        return options;
    }
}
