package io.parvis.eventing.projection;

import io.parvis.eventing.store.RecordedEvent;
import io.parvis.eventing.store.TransientFailure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.axonframework.messaging.eventhandling.processing.streaming.token.store.UnableToClaimTokenException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A sequenced dead letter queue: events that a processor failed to handle are parked in the database, with all later
 * events of the same sequence. It survives restarts and moves with the segment. All writes but the count of failures
 * are made in the transaction of their batch.
 */
@ApplicationScoped
class DeadLetterQueue {

    private static final Logger LOG = Logger.getLogger(DeadLetterQueue.class);

    /** Where releases that knew no segments noted that a batch had failed as a whole. */
    private static final long SOME_BATCH = 0;

    private final ViewTransactions transactions;
    private final int maxAttempts;

    DeadLetterQueue(ViewTransactions transactions, ProjectionConfig config) {
        this.transactions = transactions;
        this.maxAttempts = config.attempts();
    }

    /**
     * The known failures, as read at the start of a batch.
     *
     * @param careful whether something of this segment has failed, so that the culprit must be found by flushing
     *     event by event; what fails elsewhere makes nobody slower
     * @param batchFailed whether that was a batch as a whole
     */
    record KnownFailures(
            Set<String> parkedSequences,
            Map<Long, String> exhausted,
            Set<Long> failed,
            boolean careful,
            boolean batchFailed) {

        /** Null where it is not; what is of the same sequence is parked from then on. */
        @Nullable
        String whyParked(long position, String sequence) {
            var reason = exhausted.get(position);
            if (reason == null && !parkedSequences.contains(sequence)) {
                return null;
            }
            parkedSequences.add(sequence);
            return reason != null ? reason : "behind an event of the same sequence";
        }

        /** Whether something was counted that is over once the event there is handled. */
        boolean isSettledBy(long position) {
            return batchFailed || failed.contains(position) || failed.contains(SOME_BATCH);
        }
    }

    /** An event is known by its position, and so also where segments have been cut anew since it failed. */
    CompletionStage<KnownFailures> known(Mutiny.Session session, String processor, int segment) {
        return Sql.select(session, """
                        select 'parked', sequence, cast(0 as bigint), 0, false from parked_event where processor = ?1
                        union select 'failed', last_error, position, attempts, coalesce(segment, ?2) = ?2
                        from failed_event where processor = ?1
                        union select 'batch', last_error, 0, attempts, true
                        from failed_batch where processor = ?1 and segment = ?2""", processor, segment).thenApply(rows -> {
            var parked = new HashSet<String>();
            var exhausted = new HashMap<Long, String>();
            var failed = new HashSet<Long>();
            boolean careful = false;
            boolean batchFailed = false;
            for (var row : rows) {
                careful |= (Boolean) row[4];
                switch ((String) row[0]) {
                    case "parked" -> parked.add((String) row[1]);
                    case "batch" -> batchFailed = true;
                    default -> {
                        long position = ((Number) row[2]).longValue();
                        failed.add(position);
                        if (position != SOME_BATCH && ((Number) row[3]).intValue() >= maxAttempts) {
                            exhausted.put(position, (String) row[1]);
                        }
                    }
                }
            }
            return new KnownFailures(parked, exhausted, failed, careful, batchFailed);
        });
    }

    CompletionStage<?> park(
            Mutiny.Session session,
            String processor,
            int segment,
            RecordedEvent event,
            String sequence,
            String reason) {
        LOG.warnf("Parking %s at %d in %s: %s", event.type(), event.position(), processor, reason);
        return Sql.update(
                        session,
                        "insert into parked_event (processor, position, sequence, event_id, event_name, reason)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?6) on conflict do nothing",
                        processor,
                        event.position(),
                        sequence,
                        event.identifier(),
                        event.type().name(),
                        reason.replace("\0", ""))
                .thenCompose(parked -> forget(session, processor, segment, event.position()));
    }

    CompletionStage<Integer> forget(Mutiny.Session session, String processor, int segment, long position) {
        return Sql.update(
                        session,
                        "delete from failed_event where processor = ?1 and position in (?2, " + SOME_BATCH + ")",
                        processor,
                        position)
                .thenCompose(events -> Sql.update(
                        session, "delete from failed_batch where processor = ?1 and segment = ?2", processor, segment));
    }

    /**
     * Counts a failure, in a transaction of its own since the batch's was rolled back. Transient failures do not
     * count, nor does a batch that failed because the segment was claimed by another node.
     */
    CompletableFuture<?> failed(String processor, int segment, Throwable failure) {
        var culprit = failure instanceof HandlingFailed handling ? handling : null;
        var cause = culprit == null ? failure : culprit.getCause();
        if (TransientFailure.in(cause) || cause instanceof UnableToClaimTokenException) {
            return CompletableFuture.completedFuture(null);
        }
        LOG.warnf(
                cause,
                "%s[%d] could not handle %s; it will be tried again",
                processor,
                segment,
                culprit == null ? "a batch" : "the event at " + culprit.position());
        var why = String.valueOf(cause).replace("\0", "");
        return transactions
                .inItsOwn(transaction -> transaction.run(session -> culprit == null
                        ? batchFailed(session, processor, segment, why)
                        : eventFailed(session, processor, segment, culprit.position(), why)))
                .exceptionally(unreachable -> {
                    LOG.warnf("The failure could not be counted: %s", unreachable);
                    return 0;
                });
    }

    private static CompletionStage<Integer> batchFailed(
            Mutiny.Session session, String processor, int segment, String why) {
        return Sql.update(
                session,
                "insert into failed_batch as f (processor, segment, attempts, last_error) values (?1, ?2, 1, ?3)"
                        + " on conflict (processor, segment) do update set attempts = f.attempts + 1,"
                        + " last_error = excluded.last_error, last_at = clock_timestamp()",
                processor,
                segment,
                why);
    }

    private static CompletionStage<Integer> eventFailed(
            Mutiny.Session session, String processor, int segment, long position, String why) {
        return Sql.update(
                session,
                "insert into failed_event as f (processor, position, attempts, last_error, segment)"
                        + " values (?1, ?2, 1, ?3, ?4) on conflict (processor, position) do update"
                        + " set attempts = f.attempts + 1, last_error = excluded.last_error,"
                        + " segment = excluded.segment, last_at = clock_timestamp()",
                processor,
                position,
                why,
                segment);
    }

    /** One event's handling failed. */
    static final class HandlingFailed extends RuntimeException {

        private final long position;

        HandlingFailed(long position, Throwable cause) {
            super("at " + position + ": " + cause, cause);
            this.position = position;
        }

        long position() {
            return position;
        }
    }
}
