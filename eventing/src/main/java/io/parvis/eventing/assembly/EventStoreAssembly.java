package io.parvis.eventing.assembly;

import io.parvis.eventing.event.EventJsonConverter;
import io.parvis.eventing.event.Upcaster;
import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.store.AdvisoryLockCheck;
import io.parvis.eventing.store.AppendListener;
import io.parvis.eventing.store.DatabaseConfig;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.EventStoreConfig;
import io.parvis.eventing.store.EventStoreConnections;
import io.parvis.eventing.store.EventStoreDatabase;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.parvis.eventing.store.StoreLife;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.messaging.core.conversion.DelegatingMessageConverter;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;

/** Opens the connections to the event store and puts the engine together. */
@ApplicationScoped
class EventStoreAssembly {

    private static final long START_SECONDS = 30;

    @Produces
    @Singleton
    @EventStoreDatabase
    Pool pool(Vertx vertx, DatabaseConfig database, EventStoreConfig config) {
        return EventStoreConnections.pool(vertx, database, config);
    }

    void probe(@Observes @Priority(10) StartupEvent starting, @EventStoreDatabase Pool pool)
            throws InterruptedException, ExecutionException, TimeoutException {
        new AdvisoryLockCheck(pool).requireWorkingLocks();
    }

    void closePool(@Disposes @EventStoreDatabase Pool pool) {
        pool.close();
    }

    @Produces
    @Singleton
    UpcasterChain upcasters(@All List<Upcaster> upcasters) {
        return new UpcasterChain(upcasters);
    }

    @Produces
    @Singleton
    EventConverter eventConverter() {
        return new DelegatingEventConverter(new DelegatingMessageConverter(new EventJsonConverter()));
    }

    @Produces
    @Singleton
    PostgresEventStorageEngine engine(
            Vertx vertx,
            DatabaseConfig database,
            @EventStoreDatabase Pool pool,
            EventConverter converter,
            UpcasterChain upcasters,
            EventStoreConfig config) {
        return new PostgresEventStorageEngine(vertx, database, pool, converter, upcasters, config);
    }

    @Produces
    @Singleton
    EventReader reader(@EventStoreDatabase Pool pool, UpcasterChain upcasters) {
        return new EventReader(pool, upcasters);
    }

    @Produces
    @Singleton
    StoreLife life(PostgresEventStorageEngine engine) {
        return engine.life();
    }

    /** Before anything is answered or handled. */
    void learn(@Observes @Priority(30) StartupEvent starting, StoreLife life) {
        life.learn()
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(START_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    void closeEngine(@Disposes PostgresEventStorageEngine engine) {
        engine.close();
    }

    @Produces
    @Singleton
    AppendListener listener(
            Vertx vertx, DatabaseConfig database, EventStoreConfig config, PostgresEventStorageEngine engine) {
        return new AppendListener(
                vertx,
                new EventStoreConnections(vertx, database, config),
                engine::pollUpTo,
                engine.life()::onPossibleRestart);
    }

    void listen(@Observes @Priority(20) StartupEvent starting, AppendListener listener) {
        listener.start();
    }

    void stopListening(@Disposes AppendListener listener) {
        listener.stop();
    }
}
