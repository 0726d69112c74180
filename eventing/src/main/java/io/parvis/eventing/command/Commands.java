package io.parvis.eventing.command;

import io.parvis.eventing.command.Deciding.Orders;
import io.parvis.eventing.store.Backoff;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
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

    /** Other processes want the same: asked again at once, all would meet again. */
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(2), Duration.ofMillis(100));

    private final Vertx vertx;
    private final CommandBus bus;
    private final Deciders deciders;
    private final Lines lines = new Lines(orders -> attempt(orders, 1));

    Commands(Vertx vertx, CommandBus bus, Deciders deciders) {
        this.vertx = vertx;
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
            var timing = CommandTiming.of(command);
            carryOut(new Order(command, terms, deciders.boundary(command)))
                    .whenComplete((outcome, refused) -> on(context, () -> {
                        timing.commit();
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

    /** What is known to be wanted by many stands in line at once; everything else only after it met a conflict. */
    private CompletableFuture<Outcome> carryOut(Order order) {
        var boundary = order.boundary();
        var shared = boundary.shared();
        if (shared != null) {
            return lines.join(shared, order);
        }
        if (lines.isFor(boundary.criteria())) {
            return lines.join(boundary.criteria(), order);
        }
        return dispatch(List.of(order))
                .thenCompose(decided -> decided.answer(0))
                .exceptionallyCompose(failure -> wasOvertaken(failure)
                        ? lines.join(boundary.criteria(), order)
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<Decided> attempt(List<Order> orders, int attempt) {
        return dispatch(orders).exceptionallyCompose(failure -> {
            if (!wasOvertaken(failure)) {
                return CompletableFuture.failedFuture(FutureUtils.unwrap(failure));
            }
            return attempt == MAX_ATTEMPTS
                    ? CompletableFuture.failedFuture(new TooContended(FutureUtils.unwrap(failure)))
                    : aMomentAfter(attempt).thenCompose(now -> attempt(orders, attempt + 1));
        });
    }

    private CompletableFuture<?> aMomentAfter(int attempt) {
        var over = new CompletableFuture<>();
        vertx.setTimer(BACKOFF.millis(attempt - 1), over::complete);
        return over;
    }

    private static boolean wasOvertaken(Throwable failure) {
        return FutureUtils.unwrap(failure) instanceof AppendEventsTransactionRejectedException;
    }

    private CompletableFuture<Decided> dispatch(List<Order> orders) {
        var type = new MessageType(orders.getFirst().command().getClass());
        return bus.dispatch(new GenericCommandMessage(type, new Orders(orders), Map.of()), null)
                .thenApply(result -> (Decided) result.payload());
    }
}
