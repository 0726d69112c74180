package io.parvis.eventing.command;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.messaging.eventhandling.EventMessage;
import org.axonframework.messaging.eventhandling.conversion.EventConverter;
import org.jspecify.annotations.Nullable;

/** What came of commands that were decided together: they are recorded all at once, and each has an answer of its own. */
final class Decided {

    /**
     * What one command led to, before the place in the log is known.
     *
     * @param events what came of it: recorded now, or where replayed before; not recorded where nothing is kept of it
     * @param back how many events the others recorded behind its last one
     * @param replayedAt the position of the first effect under the same key; null where there was none
     * @param refusal null where nothing forbade it
     * @param lacking what its decision needs first; null where it was decided
     */
    record Verdict(
            List<EventMessage> events,
            int back,
            @Nullable Long replayedAt,
            @Nullable RuntimeException refusal,
            @Nullable Object lacking) {}

    private final List<Verdict> verdicts;
    private final EventConverter converter;
    private volatile long position;

    Decided(List<Verdict> verdicts, EventConverter converter) {
        this.verdicts = verdicts;
        this.converter = converter;
    }

    /** The position is known only once the unit of work has committed, after this was made. */
    void at(long recorded) {
        position = recorded;
    }

    CompletableFuture<Reply> answer(int index) {
        var verdict = verdicts.get(index);
        if (verdict.refusal() != null) {
            return CompletableFuture.failedFuture(verdict.refusal());
        }
        if (verdict.lacking() != null) {
            return CompletableFuture.completedFuture(new Reply.Lacking(verdict.lacking()));
        }
        var replayedAt = verdict.replayedAt();
        return CompletableFuture.completedFuture(new Outcome(
                verdict.events(),
                replayedAt == null ? position - verdict.back() : replayedAt,
                replayedAt != null,
                converter));
    }
}
