package io.parvis.eventing.projection;

import io.parvis.eventing.projection.DeadLetterQueue.HandlingFailed;
import io.parvis.eventing.projection.DeadLetterQueue.KnownFailures;
import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.store.UnreadableEventException;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.axonframework.common.FutureUtils;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * A batch of an automation. An effect takes as long as it takes, and the database ends a session that is idle in a
 * transaction. So what is known of troubles is read first, in a short transaction; then the effects are had, one after the
 * other, while none is open; and only then the batch's own begins, which refuses where another run has been there. A batch
 * that ends before that is done again: effects are had once all the same, the store sees to it.
 */
final class AutomationBatch {

    /** What is asked and done beside the effects. */
    record Tools(Vertx vertx, ViewTransactions transactions, ViewTokenStore tokens, DeadLetterQueue deadLetters) {}

    private final Tools tools;
    private final String automation;
    private final int segment;
    private final long first;
    private final Function<RecordedEvent, String> sequenceOf;
    private final Function<RecordedEvent, CompletableFuture<?>> effect;
    private final SerialExecutor order;
    private final CompletableFuture<KnownFailures> known;
    private final List<Function<Mutiny.Session, CompletionStage<?>>> notes = new ArrayList<>();
    private @Nullable CompletableFuture<?> underWay;
    private boolean givenUp;

    /**
     * @param first the position of its first event
     * @param effect begins it; may throw that the event cannot be read
     */
    AutomationBatch(
            Tools tools,
            String automation,
            int segment,
            long first,
            Function<RecordedEvent, String> sequenceOf,
            Function<RecordedEvent, CompletableFuture<?>> effect) {
        this.tools = tools;
        this.automation = automation;
        this.segment = segment;
        this.first = first;
        this.sequenceOf = sequenceOf;
        this.effect = effect;
        this.order = new SerialExecutor(tools.vertx());
        this.known = order.run(this::begin);
    }

    private CompletionStage<KnownFailures> begin() {
        return tools.transactions()
                .inItsOwn(transaction -> transaction.run(session -> tools.tokens()
                        .isStillToBeDone(session, automation, segment, first)
                        .thenCompose(ours -> ours
                                ? tools.deadLetters().known(session, automation, segment)
                                : CompletableFuture.failedFuture(tools.tokens().notClaimed(automation, segment)))));
    }

    /** @return completes once its effect has been had, or it is known not to be had now */
    CompletableFuture<?> add(RecordedEvent event) {
        return order.run(() -> hadOrParked(event, known.join()));
    }

    private CompletionStage<Void> hadOrParked(RecordedEvent event, KnownFailures troubles) {
        var sequence = sequenceOf.apply(event);
        var reason = troubles.whyParked(event.position(), sequence);
        if (reason != null) {
            return parked(event, sequence, reason);
        }
        CompletableFuture<?> begun;
        try {
            begun = begun(event);
        } catch (UnreadableEventException broken) {
            troubles.parkedSequences().add(sequence);
            return parked(event, sequence, String.valueOf(broken.getMessage()));
        } catch (RuntimeException refused) {
            return CompletableFuture.failedFuture(named(event, refused));
        }
        return begun.<Void>thenApply(had -> {
                    if (troubles.isSettledBy(event.position())) {
                        notes.add(
                                session -> tools.deadLetters().forget(session, automation, segment, event.position()));
                    }
                    return null;
                })
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(named(event, failure)));
    }

    private CompletionStage<Void> parked(RecordedEvent event, String sequence, String reason) {
        notes.add(session -> tools.deadLetters().park(session, automation, segment, event, sequence, reason));
        return CompletableFuture.completedFuture(null);
    }

    private synchronized CompletableFuture<?> begun(RecordedEvent event) {
        if (givenUp) {
            return CompletableFuture.failedFuture(stopping());
        }
        underWay = effect.apply(event);
        return underWay;
    }

    private synchronized RuntimeException named(RecordedEvent event, Throwable failure) {
        return givenUp ? stopping() : new HandlingFailed(event.position(), FutureUtils.unwrap(failure));
    }

    /** Nothing is wrong with its events: whoever claims the segment next has their effects. */
    private UnableToClaimTokenException stopping() {
        return new UnableToClaimTokenException(automation + " stops; what it has begun is done when it runs again");
    }

    /** Ends what is under way; the batch fails. */
    synchronized void cancel() {
        givenUp = true;
        if (underWay != null) {
            underWay.cancel(true);
        }
    }

    /** What the batch's transaction holds beside its token: that the batch was ours to the end, and what was parked. */
    CompletableFuture<?> settle(ViewTransaction transaction) {
        return transaction.run(session -> {
            CompletionStage<?> done = tools.tokens()
                    .confirmClaim(session, automation, segment, first)
                    .thenCompose(rows -> rows == 1
                            ? CompletableFuture.completedFuture(rows)
                            : CompletableFuture.failedFuture(tools.tokens().notClaimed(automation, segment)));
            for (var note : notes) {
                done = done.thenCompose(before -> note.apply(session));
            }
            return done.thenApply(all -> null);
        });
    }
}
