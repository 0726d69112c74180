package io.parvis.torture;

import io.parvis.torture.check.Evidence;
import io.parvis.torture.history.RequestOutcome;
import java.util.Map;
import java.util.TreeMap;

/** What clients were answered, and how often: for people to see what a run was like. */
final class OutcomeCounts {

    private OutcomeCounts() {}

    static Map<String, Integer> of(Evidence evidence) {
        var counts = new TreeMap<String, Integer>();
        for (var operation : evidence.operations()) {
            for (var attempt : operation.attempts()) {
                counts.merge(name(attempt.outcome()), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String name(RequestOutcome outcome) {
        return switch (outcome) {
            case RequestOutcome.Acknowledged told -> "acknowledged: " + told.status();
            case RequestOutcome.Refused refused -> "refused: " + refused.status() + " " + refused.problem();
            case RequestOutcome.Unknown unknown -> "unknown: " + unknown.why();
        };
    }
}
