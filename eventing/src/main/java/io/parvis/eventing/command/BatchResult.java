package io.parvis.eventing.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;

/** The results of a batch of commands: recorded by one append, one result each. */
final class BatchResult {

    /**
     * The result of one command, before its position in the log is known.
     *
     * @param events the events, recorded now or, if replayed, by the first attempt; not recorded if it changed
     *     nothing and has no key
     * @param back how many events of the batch come after its last one
     * @param replayedAt the position of the first result under the same key; null if there is none
     * @param refusal null if no rule forbade it
     * @param need what must be fetched first; null if it was decided
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
        return CompletableFuture.completedFuture(new CommandOutcome(
                result.events(),
                replayedAt == null ? position - result.back() : replayedAt,
                replayedAt != null,
                converter));
    }
}
