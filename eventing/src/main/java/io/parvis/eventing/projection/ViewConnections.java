package io.parvis.eventing.projection;

import io.parvis.eventing.store.DatabaseConfig;
import io.parvis.wire.postgres.ConnectionTimeouts;
import io.parvis.wire.postgres.PostgresConnections;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;

/** How the connections to the views are made, Hibernate's included. */
@Singleton
class ViewConnections implements PgPoolCreator {

    private final DatabaseConfig database;

    ViewConnections(DatabaseConfig database) {
        this.database = database;
    }

    @Override
    public Pool create(Input quarkus) {
        return PostgresConnections.pool(
                quarkus.vertx(),
                quarkus.pgConnectOptionsList(),
                quarkus.poolOptions(),
                new ConnectionTimeouts(database.connectTimeout(), database.viewAnswerTimeout()));
    }
}
