package io.parvis.eventing.store;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;

/** How connections to the event store are made. */
public final class EventStoreConnections {

    private EventStoreConnections() {}

    public static Pool pool(Vertx vertx, DatabaseConfig database, EventStoreConfig config) {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(config.poolSize()).setMaxWaitQueueSize(config.maxWaitingAppends()))
                .connectingTo(options(database))
                .using(vertx)
                .build();
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
