package io.parvis.eventing.command;

import io.parvis.eventing.command.DeciderCommandHandler.Batch;
import io.parvis.eventing.command.Reply.NeedsMore;
import io.parvis.eventing.store.Backoff;
import io.parvis.eventloop.ContextExecutor;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.common.FutureUtils;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.axonframework.messaging.commandhandling.CommandBus;
import org.axonframework.messaging.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.core.MessageType;

/** Sends commands to their deciders. Never blocks; the result comes on the caller's Vert.x context. */
@ApplicationScoped
public class Commands {

    private static final int MAX_ATTEMPTS = 25;

    /** Far more than any decision needs; a decider that exceeds it is broken. */
    private static final int MAX_FETCHES = 16;

    /** Conflicts with other processes: immediate retries would conflict again. */
    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(2), Duration.ofMillis(100));

    private final Vertx vertx;
    private final CommandBus bus;
    private final Deciders deciders;
    private final CommandConfig config;
    private final KeyedCommandQueue queue = new KeyedCommandQueue(batch -> attempt(batch, 1));

    Commands(Vertx vertx, CommandBus bus, Deciders deciders, CommandConfig config) {
        this.vertx = vertx;
        this.bus = bus;
        this.deciders = deciders;
        this.config = config;
    }

    /**
     * Executes a command on the newest state.
     *
     * @return fails with the rule that refused, {@link VersionMismatch}, {@link IdempotencyKeyReused},
     *     {@link TooManyConflicts}, {@link FetchTimeout}, or what the event store or a {@link Fetcher} throws when it
     *     cannot answer
     */
    public Uni<CommandOutcome> send(Object command, CommandContext terms) {
        return Uni.createFrom().emitter(caller -> {
            var back = ContextExecutor.current();
            var timing = CommandTiming.of(command);
            decide(deciders.prepare(command, terms), back, 1)
                    .whenComplete((outcome, refused) -> back.execute(() -> {
                        timing.commit();
                        if (refused == null) {
                            caller.complete(outcome);
                        } else {
                            caller.fail(FutureUtils.unwrap(refused));
                        }
                    }));
        });
    }

    private CompletableFuture<CommandOutcome> decide(PendingCommand pending, ContextExecutor caller, int round) {
        return carryOut(pending).thenCompose(reply -> switch (reply) {
            case CommandOutcome outcome -> CompletableFuture.completedFuture(outcome);
            case NeedsMore(var need)
            when round > MAX_FETCHES -> CompletableFuture.failedFuture(new TooManyNeeds(pending, need, MAX_FETCHES));
            case NeedsMore(var need) ->
                fetch(pending, need, caller).thenCompose(better -> decide(better, caller, round + 1));
        });
    }

    /** Outside of any batch: only the command that needs it waits. */
    private CompletableFuture<PendingCommand> fetch(PendingCommand pending, Object need, ContextExecutor caller) {
        var limit = config.fetchTimeout();
        var fetched = deciders.fetched(pending, need)
                .ifNoItem()
                .after(limit)
                .failWith(() -> new FetchTimeout(pending, need, limit));
        return CompletableFuture.supplyAsync(fetched::subscribeAsCompletionStage, caller)
                .thenCompose(Function.identity());
    }

    /** A boundary declared as shared is queued at once, others only after a conflict. */
    private CompletableFuture<Reply> carryOut(PendingCommand pending) {
        var boundary = pending.boundary();
        var shared = boundary.shared();
        if (shared != null) {
            return queue.enqueue(shared, pending);
        }
        if (queue.hasQueueFor(boundary.criteria())) {
            return queue.enqueue(boundary.criteria(), pending);
        }
        return dispatch(List.of(pending))
                .thenCompose(decided -> decided.answer(0))
                .exceptionallyCompose(failure -> isConflict(failure)
                        ? queue.enqueue(boundary.criteria(), pending)
                        : CompletableFuture.failedFuture(failure));
    }

    private CompletableFuture<BatchResult> attempt(List<PendingCommand> batch, int attempt) {
        return dispatch(batch).exceptionallyCompose(failure -> {
            if (!isConflict(failure)) {
                return CompletableFuture.failedFuture(FutureUtils.unwrap(failure));
            }
            return attempt == MAX_ATTEMPTS
                    ? CompletableFuture.failedFuture(new TooManyConflicts(FutureUtils.unwrap(failure)))
                    : backOff(attempt).thenCompose(now -> attempt(batch, attempt + 1));
        });
    }

    private CompletableFuture<?> backOff(int attempt) {
        var over = new CompletableFuture<>();
        vertx.setTimer(BACKOFF.millis(attempt - 1), over::complete);
        return over;
    }

    private static boolean isConflict(Throwable failure) {
        return FutureUtils.unwrap(failure) instanceof AppendEventsTransactionRejectedException;
    }

    private CompletableFuture<BatchResult> dispatch(List<PendingCommand> batch) {
        var type = new MessageType(batch.getFirst().command().getClass());
        return bus.dispatch(new GenericCommandMessage(type, new Batch(batch), Map.of()), null)
                .thenApply(result -> (BatchResult) result.payload());
    }
}
