package io.parvis.eventing.assembly;

import io.parvis.eventing.command.Deciders;
import io.parvis.eventing.command.IdempotencyTags;
import io.parvis.eventing.projection.StreamProcessors;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.eventsourcing.configuration.EventSourcingConfigurer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.core.correlation.CorrelationDataProviderRegistry;
import org.axonframework.messaging.core.correlation.DefaultCorrelationDataProviderRegistry;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;

/** Puts Axon together from what CDI finds: the engine, the deciders, the projections and automations. */
@ApplicationScoped
class AxonAssembly {

    static {
        // Axon would call its maker's server to ask for updates.
        System.setProperty("axoniq.update-checker.disabled", "true");
    }

    @Produces
    @Singleton
    AxonConfiguration axon(PostgresEventStorageEngine engine, EventConverter converter, StreamProcessors processors) {
        var configurer = EventSourcingConfigurer.create()
                .registerEventStorageEngine(c -> engine)
                .registerTagResolver(c -> new IdempotencyTags())
                .componentRegistry(registry -> registry.registerComponent(EventConverter.class, c -> converter)
                        .registerComponent(TokenStore.class, c -> processors.tokens())
                        // Axon's own provider would put the command message's id over what the caller's trace and the
                        // cause of an automation are.
                        .registerComponent(
                                CorrelationDataProviderRegistry.class,
                                c -> new DefaultCorrelationDataProviderRegistry()));
        configurer.messaging(
                messaging -> messaging.eventProcessing(processing -> processing.pooledStreaming(processors::register)));
        return configurer.build();
    }

    @Produces
    @Singleton
    CommandBus commandBus(AxonConfiguration axon) {
        return axon.getComponent(CommandBus.class);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    void start(
            @Observes @Priority(50) StartupEvent starting, AxonConfiguration axon, CommandBus bus, Deciders deciders) {
        deciders.subscribeTo(bus, axon.getComponent(EventStore.class));
        axon.start();
    }

    void stop(@Observes ShutdownEvent stopping, AxonConfiguration axon, StreamProcessors processors) {
        processors.cancelEffects();
        axon.shutdown();
    }
}
