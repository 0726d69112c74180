package io.parvis.eventing.store;

import io.parvis.eventing.event.EventFormats;
import io.parvis.eventing.event.EventJson;
import io.parvis.eventing.event.Upcaster;
import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.axonframework.conversion.json.JacksonConverter;
import org.axonframework.messaging.core.conversion.DelegatingMessageConverter;
import org.axonframework.messaging.eventhandling.conversion.DelegatingEventConverter;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;

/** Opens the connections to the event store and puts the engine together. */
@ApplicationScoped
class EventStoreAssembly {

    @Produces
    @Singleton
    @EventStoreDatabase
    Pool pool(Vertx vertx, DatabaseConfig database, EventStoreConfig config) {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(config.poolSize()).setMaxWaitQueueSize(config.maxWaitingAppends()))
                .connectingTo(connectOptions(database))
                .using(vertx)
                .build();
    }

    void closePool(@Disposes @EventStoreDatabase Pool pool) {
        pool.close();
    }

    /**
     * Statements have fixed shapes on narrow indexes, so their plans are made once, and for the index: a plan made
     * while the tables are still empty would otherwise read them whole, and stay.
     */
    static PgConnectOptions connectOptions(DatabaseConfig database) {
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
        return options;
    }

    @Produces
    @Singleton
    EventFormats formats(@All List<Upcaster> upcasters) {
        return new EventFormats(upcasters);
    }

    @Produces
    @Singleton
    EventConverter eventConverter() {
        return new DelegatingEventConverter(new DelegatingMessageConverter(new JacksonConverter(EventJson.mapper())));
    }

    @Produces
    @Singleton
    PostgresEventStorageEngine engine(
            Vertx vertx,
            @EventStoreDatabase Pool pool,
            EventConverter converter,
            EventFormats formats,
            EventStoreConfig config) {
        return new PostgresEventStorageEngine(vertx, pool, converter, formats, config);
    }

    void closeEngine(@Disposes PostgresEventStorageEngine engine) {
        engine.close();
    }

    /** Other processes' appends are told by the database; a lost listener comes back, and the poll bridges the gap. */
    void listen(
            @Observes @Priority(20) StartupEvent starting,
            Vertx vertx,
            DatabaseConfig database,
            PostgresEventStorageEngine engine) {
        var subscriber = PgSubscriber.subscriber(vertx, connectOptions(database));
        subscriber.reconnectPolicy(retries -> Math.min(100L * (retries + 1), 2_000L));
        subscriber.channel("event_store").handler(head -> engine.look());
        subscriber.connect();
    }
}
