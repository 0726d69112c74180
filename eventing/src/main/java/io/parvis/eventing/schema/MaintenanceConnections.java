package io.parvis.eventing.schema;

import io.parvis.eventing.store.DatabaseConfig;
import io.parvis.wire.postgres.ConnectionTimeouts;
import io.parvis.wire.postgres.PostgresConnections;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Connections for statements that may take minutes: no request uses them. */
@Singleton
public class MaintenanceConnections {

    private static final int SIZE = 2;

    private final Pool pool;

    MaintenanceConnections(Vertx vertx, DatabaseConfig database) {
        var options = PgConnectOptions.fromUri(database.url())
                .setUser(database.username())
                .setPassword(database.password())
                .addProperty("application_name", database.username() + " upkeep");
        this.pool = PostgresConnections.pool(
                vertx,
                options,
                new PoolOptions().setMaxSize(SIZE),
                new ConnectionTimeouts(database.connectTimeout(), database.upkeepAnswerTimeout()));
    }

    public Pool pool() {
        return pool;
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
