package io.parvis.eventing.projection;

import io.parvis.eventing.command.Commands;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.configuration.Configuration;
import org.axonframework.messaging.core.ConfigurationApplicationContext;
import org.axonframework.messaging.core.unitofwork.SimpleUnitOfWorkFactory;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorConfiguration;
import org.axonframework.messaging.eventhandling.processing.streaming.pooled.PooledStreamingEventProcessorsConfigurer;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.TokenStore;

/** One Axon processor for each projection and automation that CDI finds; there is no list to edit. */
@ApplicationScoped
public class StreamProcessors {

    private final List<StreamHandler> handlers;
    private final ViewTransactions transactions;
    private final ViewTokenStore tokens;
    private final DeadLetterQueue deadLetters;
    private final Progress progress;
    private final Commands commands;
    private final EventConverter converter;
    private final ProjectionConfig config;
    private final List<StreamComponent> components = new CopyOnWriteArrayList<>();

    StreamProcessors(
            @All List<StreamHandler> handlers,
            ViewTransactions transactions,
            ViewTokenStore tokens,
            DeadLetterQueue deadLetters,
            Progress progress,
            Commands commands,
            EventConverter converter,
            ProjectionConfig config) {
        this.handlers = handlers.stream().map(ClientProxy::unwrap).toList();
        this.transactions = transactions;
        this.tokens = tokens;
        this.deadLetters = deadLetters;
        this.progress = progress;
        this.commands = commands;
        this.converter = converter;
        this.config = config;
    }

    /** Called once, when Axon is put together. */
    public PooledStreamingEventProcessorsConfigurer register(PooledStreamingEventProcessorsConfigurer processors) {
        if (handlers.isEmpty()) {
            return processors;
        }
        var workers = executor(Math.max(2, Runtime.getRuntime().availableProcessors()), "projection");
        // Automations may be slow: each has a thread, so none delays another.
        var automationExecutor = executor(Math.max(1, automations() * config.initialSegments()), "automation");
        for (var handler : handlers) {
            var component = component(handler);
            components.add(component);
            progress.follow(handler, component.events());
            processors.processor(
                    handler.name(),
                    processor -> processor
                            .eventHandlingComponents(components -> components.declarative(axon -> component.toAxon()))
                            .customized((axon, settings) -> customize(handler, axon, settings)
                                    .coordinatorExecutor(new CoordinatorExecutor(handler.name()))
                                    .workerExecutor(handler instanceof Automation ? automationExecutor : workers)));
        }
        return processors;
    }

    private int automations() {
        return (int) handlers.stream().filter(Automation.class::isInstance).count();
    }

    /** Call before shutdown: cancels running commands, which processors would otherwise wait for. */
    public void cancelEffects() {
        components.forEach(StreamComponent::cancel);
    }

    /** Where the processors keep their places in the log. */
    public TokenStore tokens() {
        return tokens;
    }

    StreamComponent component(StreamHandler handler) {
        var tools = new AutomationBatch.Tools(transactions.vertx(), transactions, tokens, deadLetters);
        return new StreamComponent(handler, converter, tools, commands, progress);
    }

    Optional<StreamHandler> find(String name) {
        return handlers.stream().filter(handler -> handler.name().equals(name)).findFirst();
    }

    private PooledStreamingEventProcessorConfiguration customize(
            StreamHandler handler, Configuration axon, PooledStreamingEventProcessorConfiguration settings) {
        var units = new SimpleUnitOfWorkFactory(new ConfigurationApplicationContext(axon));
        if (handler instanceof Automation) {
            // While an effect is under way nobody has the segment's row, and another replica would take it.
            settings.enableCoordinatorClaimExtension();
        }
        boolean singleEventBatches = handler instanceof Automation automation && automation.isLongRunning();
        return settings.tokenStore(tokens)
                .unitOfWorkFactory(new TransactionalUnitOfWorkFactory(
                        units, transactions, tokens, deadLetters, progress, handler.name()))
                .initialSegmentCount(config.initialSegments())
                .initialToken(source -> source.firstToken(null))
                .batchSize(singleEventBatches ? 1 : config.batchSize())
                .tokenClaimInterval(config.claimInterval().toMillis())
                .claimExtensionThreshold(config.claimTimeout().toMillis() / 2);
    }

    private static ScheduledExecutorService executor(int threads, String name) {
        return Executors.newScheduledThreadPool(threads, new AxonThreadFactory(name));
    }
}
