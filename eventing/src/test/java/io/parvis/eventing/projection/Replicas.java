package io.parvis.eventing.projection;

import io.parvis.eventing.command.Commands;
import io.parvis.eventing.store.EventStoreDatabase;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;

/** Starts a projection as often as a test likes, each time as another process would. */
@Dependent
class Replicas {

    private final PostgresEventStorageEngine engine;
    private final EventConverter converter;
    private final Commands commands;
    private final ViewTransactions transactions;
    private final Pool pool;
    private final Vertx vertx;
    private final RebuiltViews views;
    private final List<AxonConfiguration> running = new ArrayList<>();

    Replicas(
            PostgresEventStorageEngine engine,
            EventConverter converter,
            Commands commands,
            ViewTransactions transactions,
            @EventStoreDatabase Pool pool,
            Vertx vertx,
            RebuiltViews views) {
        this.engine = engine;
        this.converter = converter;
        this.commands = commands;
        this.transactions = transactions;
        this.pool = pool;
        this.vertx = vertx;
        this.views = views;
    }

    /** @return what that process knows of its progress */
    Progress start(Projection projection, SegmentOwner node, ProjectionConfig settings) {
        var tokens = new ViewTokenStore(transactions, node, settings, views);
        var progress = new Progress(new ProgressQuery(pool), vertx);
        var processors = new StreamProcessors(
                List.of(projection),
                transactions,
                tokens,
                new DeadLetterQueue(transactions, settings),
                progress,
                commands,
                converter,
                settings);
        running.add(started(engine, converter, tokens, processors));
        return progress;
    }

    /** Processors that run, as a process of its own would have them. */
    static AxonConfiguration started(
            PostgresEventStorageEngine engine,
            EventConverter converter,
            TokenStore tokens,
            StreamProcessors processors) {
        var configurer = EventSourcingConfigurer.create()
                .registerEventStorageEngine(axon -> engine)
                .componentRegistry(registry -> registry.registerComponent(EventConverter.class, axon -> converter)
                        .registerComponent(TokenStore.class, axon -> tokens));
        configurer.messaging(
                messaging -> messaging.eventProcessing(processing -> processing.pooledStreaming(processors::register)));
        var axon = configurer.build();
        axon.start();
        return axon;
    }

    void stop() {
        running.forEach(AxonConfiguration::shutdown);
    }
}
