package io.parvis.eventing.command;

import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;

/** Commands with deciders of their own, beside those that the container finds. */
public final class OwnCommands {

    private OwnCommands() {}

    public static Commands of(
            Vertx vertx,
            List<Decider<?, ?>> found,
            PostgresEventStorageEngine engine,
            EventConverter converter,
            Clock clock) {
        return of(vertx, List.copyOf(found), List.of(), engine, converter, clock, Duration.ofMinutes(1));
    }

    /** Of which some need what the given beans fetch. */
    public static Commands of(
            Vertx vertx,
            List<DeciderWithNeeds<?, ?, ?, ?>> found,
            List<Fetcher<?, ?, ?>> fetchers,
            PostgresEventStorageEngine engine,
            EventConverter converter,
            Clock clock,
            Duration fetchTimeout) {
        var axon = EventSourcingConfigurer.create()
                .registerEventStorageEngine(c -> engine)
                .registerTagResolver(c -> new IdempotencyTags())
                .componentRegistry(registry -> registry.registerComponent(EventConverter.class, c -> converter)
                        .registerComponent(
                                CorrelationDataProviderRegistry.class,
                                c -> new DefaultCorrelationDataProviderRegistry()))
                .build();
        var bus = axon.getComponent(CommandBus.class);
        var deciders = new Deciders(found, fetchers, converter, clock);
        deciders.subscribeTo(bus, axon.getComponent(EventStore.class));
        return new Commands(vertx, bus, deciders, () -> fetchTimeout);
    }
}
