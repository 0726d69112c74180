package io.parvis.torture.check;

import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.Operation;
import io.parvis.torture.history.Read;
import io.parvis.torture.history.RequestOutcome.Acknowledged;
import io.parvis.torture.history.RequestOutcome.Refused;
import io.parvis.torture.history.RequestOutcome.Unknown;
import java.util.HashSet;
import java.util.List;

/**
 * While the database acknowledged what it had not flushed, and until it was back without it, an answer says nothing for
 * certain: what was done may be gone, and so may be why something was refused. Such an answer counts as none. All that was
 * answered before and afterwards is judged as ever, on the log that is left.
 *
 * @param spans when that was
 */
public record LostCommits(List<Span> spans) {

    /** By the clock of the clients. */
    public record Span(long from, long to) {

        boolean overlaps(Attempt attempt) {
            return attempt.invokedAt() < to && attempt.endedAt() > from;
        }
    }

    public LostCommits {
        spans = List.copyOf(spans);
    }

    public Evidence discount(Evidence evidence) {
        var positions = new HashSet<Long>();
        var operations = evidence.operations().stream()
                .map(operation -> discount(operation, positions))
                .toList();
        return evidence.withOperations(operations)
                .withReads(evidence.reads().stream()
                        .filter(read -> !isOfLost(read, positions))
                        .toList());
    }

    private static boolean isOfLost(Read read, HashSet<Long> positions) {
        return positions.contains(read.position());
    }

    private Operation discount(Operation operation, HashSet<Long> positions) {
        return operation.with(operation.attempts().stream()
                .map(attempt -> {
                    if (spans.stream().noneMatch(span -> span.overlaps(attempt))) {
                        return attempt;
                    }
                    if (attempt.outcome() instanceof Acknowledged told) {
                        positions.add(told.position());
                    }
                    return attempt.outcome() instanceof Acknowledged || attempt.outcome() instanceof Refused
                            ? attempt.with(new Unknown("answered while commits were lost"))
                            : attempt;
                })
                .toList());
    }
}
