package io.parvis.eventing.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;

/** What came of commands that were decided together: they are recorded all at once, and each has an answer of its own. */
final class BatchResult {

    /**
     * What one command led to, before the place in the log is known.
     *
     * @param events what came of it: recorded now, or where replayed before; not recorded where nothing is kept of it
     * @param back how many events the others recorded behind its last one
     * @param replayedAt the position of the first effect under the same key; null where there was none
     * @param refusal null where nothing forbade it
     * @param need what its decision needs first; null where it was decided
     */
    record Result(
            List<EventMessage> events,
            int back,
            @Nullable Long replayedAt,
            @Nullable RuntimeException refusal,
            @Nullable Object need) {}

    private final List<Result> results;
    private final EventConverter converter;
    private volatile long position;

    BatchResult(List<Result> results, EventConverter converter) {
        this.results = results;
        this.converter = converter;
    }

    /** The position is known only once the unit of work has committed, after this was made. */
    void at(long recorded) {
        position = recorded;
    }

    CompletableFuture<Reply> answer(int index) {
        var result = results.get(index);
        if (result.refusal() != null) {
            return CompletableFuture.failedFuture(result.refusal());
        }
        if (result.need() != null) {
            return CompletableFuture.completedFuture(new Reply.NeedsMore(result.need()));
        }
        var replayedAt = result.replayedAt();
        return CompletableFuture.completedFuture(new Outcome(
                result.events(),
                replayedAt == null ? position - result.back() : replayedAt,
                replayedAt != null,
                converter));
    }
}
