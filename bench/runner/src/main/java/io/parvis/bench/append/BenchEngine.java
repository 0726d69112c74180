package io.parvis.bench.append;

import io.parvis.bench.BenchDatabase;
import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.store.EventStoreConnections;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Map;

/** The engine as a service has it, in this process. */
final class BenchEngine implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final PostgresEventStorageEngine engine;

    BenchEngine(BenchDatabase database) {
        var config = database.storeConfig(Map.of());
        var role = database.config(BenchDatabase.ROLE);
        pool = EventStoreConnections.pool(vertx, role, config);
        engine = new PostgresEventStorageEngine(
                vertx, role, pool, SampleEvents.CONVERTER, new UpcasterChain(List.of()), config);
    }

    PostgresEventStorageEngine engine() {
        return engine;
    }

    Vertx vertx() {
        return vertx;
    }

    Pool pool() {
        return pool;
    }

    /** Begins something on an event loop, as a request does. */
    void onLoop(Runnable work) {
        vertx.getOrCreateContext().runOnContext(now -> work.run());
    }

    @Override
    public void close() {
        engine.close();
        vertx.close();
    }
}
