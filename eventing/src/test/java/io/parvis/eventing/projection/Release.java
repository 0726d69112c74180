package io.parvis.eventing.projection;

import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.CommandOutcome;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.command.Decider;
import io.parvis.eventing.command.OwnCommands;
import io.parvis.eventing.event.Upcaster;
import io.parvis.eventing.event.UpcasterChain;
import io.parvis.eventing.store.DatabaseConfig;
import io.parvis.eventing.store.EventReader;
import io.parvis.eventing.store.EventStoreConfig;
import io.parvis.eventing.store.PostgresEventStorageEngine;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.configuration.AxonConfiguration;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;

/** One release of a service, as a process of its own: with its formats, deciders and processors, beside others on one store. */
final class Release {

    /** What a process has that is not a matter of the release. */
    record Machine(
            Vertx vertx,
            DatabaseConfig database,
            Pool pool,
            EventConverter converter,
            EventStoreConfig store,
            ProjectionConfig projections,
            ViewTransactions transactions,
            RebuiltViews views,
            EventReader log) {}

    private final Machine machine;
    private final UpcasterChain formats;
    private final PostgresEventStorageEngine engine;
    private final Commands commands;
    private final StreamProcessors processors;
    private final ViewTokenStore tokens;
    private @Nullable AxonConfiguration running;

    Release(Machine machine, List<Upcaster> upcasters, List<Decider<?, ?>> deciders, List<StreamHandler> handlers) {
        this.machine = machine;
        this.formats = new UpcasterChain(upcasters);
        this.engine = new PostgresEventStorageEngine(
                machine.vertx, machine.database, machine.pool, machine.converter, formats, machine.store);
        this.commands = OwnCommands.of(machine.vertx, deciders, engine, machine.converter, Clock.systemUTC());
        this.tokens = new ViewTokenStore(
                machine.transactions, new SegmentOwner(machine.projections), machine.projections, machine.views);
        this.processors = new StreamProcessors(
                handlers,
                machine.transactions,
                tokens,
                new DeadLetterQueue(machine.transactions, machine.projections),
                new Progress(new ProgressQuery(machine.pool), machine.vertx),
                commands,
                machine.converter,
                machine.projections);
    }

    /** Its processors begin to claim. */
    void start() {
        running = Replicas.started(engine, machine.converter, tokens, processors);
    }

    void stop() {
        if (running != null) {
            running.shutdown();
            running = null;
        }
    }

    CompletableFuture<CommandOutcome> send(Object command) {
        return commands.send(command, new CommandContext("correlation", "causation", "key:test", null, null))
                .subscribeAsCompletionStage();
    }

    ParkedEvents parked() {
        return new ParkedEvents(machine.transactions, processors, machine.log);
    }

    /** What its health says of releases. */
    List<String> newer() {
        return formats.versions().newer();
    }
}
