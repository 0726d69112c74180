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
 * A batch of an automation. Its commands may be slow, and the database ends a session that is idle in a transaction.
 * So known failures are read first, in a short transaction; then the commands run, one after the other, without a
 * transaction; then one transaction stores the token, and fails if another run has stored it already. A batch that
 * ends earlier is run again; idempotency keys keep its commands from having two effects.
 */
final class AutomationBatch {

    /** What a batch works with. */
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
        return order.run(() -> handleOrPark(event, known.join()));
    }

    private CompletionStage<Void> handleOrPark(RecordedEvent event, KnownFailures troubles) {
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

    /** Not counted as a failure of its events: the next owner of the segment handles them. */
    private UnableToClaimTokenException stopping() {
        return new UnableToClaimTokenException(automation + " stops; what it has begun is done when it runs again");
    }

    /** Cancels the command under way; the batch fails. */
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
