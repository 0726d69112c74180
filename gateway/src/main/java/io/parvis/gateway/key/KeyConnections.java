package io.parvis.gateway.key;

import io.parvis.wire.postgres.ConnectionTimeouts;
import io.parvis.wire.postgres.PostgresConnections;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.sqlclient.Pool;
import jakarta.inject.Singleton;

/** Opens the connections to the gateway's schema. */
@Singleton
class KeyConnections implements PgPoolCreator {

    private final KeyDatabaseConfig database;

    KeyConnections(KeyDatabaseConfig database) {
        this.database = database;
    }

    @Override
    public Pool create(Input quarkus) {
        return PostgresConnections.pool(
                quarkus.vertx(),
                quarkus.pgConnectOptionsList(),
                quarkus.poolOptions(),
                new ConnectionTimeouts(database.connectTimeout(), database.answerTimeout()));
    }
}
