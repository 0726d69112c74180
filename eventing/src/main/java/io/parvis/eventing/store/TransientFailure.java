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
 * Tells a trouble of the moment (a lost connection, a lock that somebody holds, a database that is starting, stopping,
 * full or just promoted, others who were faster or too many, an event that only a newer release knows) from a refusal of what was
 * asked. Only after the former is asking again of any use.
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
                // Jackson calls it an IOException; the same text will be read no better later.
                return false;
            }
            if (cause instanceof AnotherLifeException) {
                // Asked again, it is asked of the log there is.
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
                // Others were faster, or too many; they will not be for ever.
                return true;
            }
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || cause instanceof io.vertx.core.VertxException
                    // The SQL client's word for a connection that was closed under its feet.
                    || cause instanceof NoStackTraceThrowable) {
                return true;
            }
        }
        return false;
    }
}
