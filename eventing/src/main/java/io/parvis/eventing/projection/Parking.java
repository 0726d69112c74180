package io.parvis.eventing.projection;

import io.parvis.eventing.store.PassingFailure;
import io.parvis.eventing.store.RecordedEvent;
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

/**
 * What a processor failed to handle, kept in the database so that it survives restarts and moves with the segment. All
 * writes but the count of failures are made in the transaction of the batch that they belong to.
 */
@ApplicationScoped
class Parking {

    private static final Logger LOG = Logger.getLogger(Parking.class);

    /** Stands for a batch that failed as a whole, so that the culprit must be found by flushing event by event. */
    private static final long WHOLE_BATCH = 0;

    private final ViewTransactions transactions;
    private final int maxAttempts;

    Parking(ViewTransactions transactions, ProjectionConfig config) {
        this.transactions = transactions;
        this.maxAttempts = config.attempts();
    }

    /** What is known to be troublesome, as read at the start of a batch. */
    record Known(Set<String> parkedSequences, Map<Long, String> exhausted, Set<Long> failed) {

        boolean careful() {
            return !failed.isEmpty();
        }

        /** Whether something was counted that is over once the event there is handled. */
        boolean isSettledBy(long position) {
            return failed.contains(position) || failed.contains(WHOLE_BATCH);
        }
    }

    CompletionStage<Known> known(Mutiny.Session session, String processor) {
        return Sql.select(session, """
                        select 'parked', sequence, cast(0 as bigint), 0 from parked_event where processor = ?1
                        union select 'failed', last_error, position, attempts from failed_event where processor = ?1""", processor).thenApply(rows -> {
            var parked = new HashSet<String>();
            var exhausted = new HashMap<Long, String>();
            var failed = new HashSet<Long>();
            for (var row : rows) {
                if (row[0].equals("parked")) {
                    parked.add((String) row[1]);
                } else {
                    long position = ((Number) row[2]).longValue();
                    failed.add(position);
                    if (position != WHOLE_BATCH && ((Number) row[3]).intValue() >= maxAttempts) {
                        exhausted.put(position, (String) row[1]);
                    }
                }
            }
            return new Known(parked, exhausted, failed);
        });
    }

    CompletionStage<?> park(
            Mutiny.Session session, String processor, RecordedEvent event, String sequence, String reason) {
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
                .thenCompose(parked -> forget(session, processor, event.position()));
    }

    CompletionStage<Integer> forget(Mutiny.Session session, String processor, long position) {
        return Sql.update(
                session,
                "delete from failed_event where processor = ?1 and position in (?2, " + WHOLE_BATCH + ")",
                processor,
                position);
    }

    /**
     * Counts a failure, in a transaction of its own since the batch's was rolled back. Passing troubles do not
     * count, nor does a batch of what belongs to another: nothing is wrong with its events.
     */
    CompletableFuture<?> failed(String processor, Throwable failure) {
        var culprit = failure instanceof HandlingFailed handling ? handling.position() : WHOLE_BATCH;
        var cause = failure instanceof HandlingFailed handling ? handling.getCause() : failure;
        if (PassingFailure.in(cause) || cause instanceof UnableToClaimTokenException) {
            return CompletableFuture.completedFuture(null);
        }
        LOG.warnf(cause, "%s could not handle the event at %d; it will be tried again", processor, culprit);
        return transactions
                .inItsOwn(transaction -> transaction.run(session -> Sql.update(
                        session,
                        "insert into failed_event as f (processor, position, attempts, last_error)"
                                + " values (?1, ?2, 1, ?3) on conflict (processor, position) do update"
                                + " set attempts = f.attempts + 1, last_error = excluded.last_error,"
                                + " last_at = clock_timestamp()",
                        processor,
                        culprit,
                        String.valueOf(cause).replace("\0", ""))))
                .exceptionally(unreachable -> {
                    LOG.warnf("The failure could not be counted: %s", unreachable);
                    return 0;
                });
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
