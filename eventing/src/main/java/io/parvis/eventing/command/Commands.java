package io.parvis.eventing.command;

import io.parvis.eventing.command.Deciding.Order;
import io.parvis.eventing.command.Deciding.PendingOutcome;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.axonframework.common.FutureUtils;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageType;
import org.jspecify.annotations.Nullable;

/** Sends commands to their deciders. Never blocks; the answer comes on the Vert.x context it was asked on. */
@ApplicationScoped
public class Commands {

    private static final int MAX_ATTEMPTS = 25;

    private final CommandBus bus;
    private final Deciders deciders;
    private final HotBoundaries hot = new HotBoundaries();

    Commands(CommandBus bus, Deciders deciders) {
        this.bus = bus;
        this.deciders = deciders;
    }

    /**
     * Carries out a command: exactly what its decider says on the newest state, or its refusal.
     *
     * @return fails with the rule that refused, {@link VersionMismatch}, {@link IdempotencyKeyReused},
     *     {@link TooContended}, or what the event store throws when it cannot answer
     */
    public Uni<Outcome> send(Object command, CommandContext terms) {
        return Uni.createFrom().emitter(caller -> {
            var context = Vertx.currentContext();
            attempt(command, terms, 1)
                    .whenComplete((outcome, refused) -> on(context, () -> {
                        if (refused == null) {
                            caller.complete(outcome);
                        } else {
                            caller.fail(FutureUtils.unwrap(refused));
                        }
                    }));
        });
    }

    private static void on(@Nullable Context context, Runnable answer) {
        if (context == null || context == Vertx.currentContext()) {
            answer.run();
        } else {
            context.runOnContext(now -> answer.run());
        }
    }

    private CompletableFuture<Outcome> attempt(Object command, CommandContext context, int attempt) {
        return dispatch(command, context).exceptionallyCompose(failure -> {
            var cause = FutureUtils.unwrap(failure);
            if (!(cause instanceof AppendEventsTransactionRejectedException)) {
                return CompletableFuture.failedFuture(cause);
            }
            if (attempt == MAX_ATTEMPTS) {
                return CompletableFuture.failedFuture(new TooContended());
            }
            return attempt == 1
                    ? hot.inTurn(deciders.boundary(command).criteria(), () -> attempt(command, context, 2))
                    : attempt(command, context, attempt + 1);
        });
    }

    private CompletableFuture<Outcome> dispatch(Object command, CommandContext context) {
        var type = new MessageType(command.getClass());
        return bus.dispatch(new GenericCommandMessage(type, new Order<>(command, context), Map.of()), null)
                .thenApply(result -> ((PendingOutcome) result.payload()).settled());
    }
}
