package io.parvis.eventing.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.parvis.eventing.event.NewerEventException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.axonframework.eventsourcing.eventstore.AppendEventsTransactionRejectedException;
import org.jspecify.annotations.Nullable;

/**
 * Tells transient failures, after which a retry may succeed, from permanent ones. Transient are: a lost connection, a
 * held lock, a database that is starting, stopping, full or just promoted, a conflict, overload, an event that only a
 * newer release knows.
 */
public final class TransientFailure {

    /** SQLSTATE classes: connection, resources, operator intervention, transaction rollback. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "53", "57", "40");

    private static final String READ_ONLY = "25006";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String CANCELED_BY_STATEMENT_TIMEOUT = "57014";

    private TransientFailure() {}

    public static boolean in(@Nullable Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableEventException || cause instanceof JsonProcessingException) {
                // Jackson's parse errors are IOExceptions, but permanent.
                return false;
            }
            if (cause instanceof AnotherLifeException) {
                // A retry reads the log as it is now.
                return true;
            }
            if (cause instanceof UnknownOutcomeException || cause instanceof NewerEventException) {
                // Why nobody answered is another matter, and a newer release knows better: nothing was said against
                // what was asked.
                return true;
            }
            if (cause instanceof PgException answer) {
                var state = answer.getSqlState();
                return state == null
                        || READ_ONLY.equals(state)
                        || LOCK_NOT_AVAILABLE.equals(state)
                        || (PASSING_CLASSES.contains(state.substring(0, 2))
                                && !CANCELED_BY_STATEMENT_TIMEOUT.equals(state));
            }
            if (cause instanceof AppendEventsTransactionRejectedException
                    || cause instanceof StoreOverloadedException) {
                // Conflicts and overload pass.
                return true;
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof io.vertx.core.VertxException
                    // The SQL client's message for a closed connection.
                    || cause instanceof NoStackTraceThrowable) {
                return true;
            }
        }
        return false;
    }
}
