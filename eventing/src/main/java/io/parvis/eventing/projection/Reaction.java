package io.parvis.eventing.projection;

import io.parvis.eventing.command.CommandContext;
import io.parvis.eventing.command.CommandOutcome;
import io.parvis.eventing.command.Commands;
import io.parvis.eventing.command.Idempotency;
import io.parvis.eventing.store.RecordedEvent;
import io.smallrye.mutiny.Uni;
import java.util.function.LongConsumer;

/**
 * One automation's answer to one event. An event may be handled twice; the command carries the automation and the
 * event as its idempotency key, so the store refuses a second effect. Send at most one command per event.
 */
public final class Reaction {

    private final String automation;
    private final RecordedEvent event;
    private final Commands commands;
    private final LongConsumer onEffect;

    Reaction(String automation, RecordedEvent event, Commands commands, LongConsumer onEffect) {
        this.automation = automation;
        this.event = event;
        this.commands = commands;
        this.onEffect = onEffect;
    }

    public Uni<CommandOutcome> send(Object command) {
        var key = Idempotency.reaction(automation + "/" + event.identifier(), event.identifier());
        var context = new CommandContext(
                event.metadata().getOrDefault("correlationId", event.identifier()),
                event.identifier(),
                "automation:" + automation,
                key,
                null);
        return commands.send(command, context).invoke(outcome -> onEffect.accept(outcome.position()));
    }
}
