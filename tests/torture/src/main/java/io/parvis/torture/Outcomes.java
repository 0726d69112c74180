package io.parvis.torture;

import io.parvis.torture.check.Evidence;
import io.parvis.torture.history.Outcome;
import java.util.Map;
import java.util.TreeMap;

/** What clients were answered, and how often: for people to see what a run was like. */
final class Outcomes {

    private Outcomes() {}

    static Map<String, Integer> of(Evidence evidence) {
        var counts = new TreeMap<String, Integer>();
        for (var operation : evidence.operations()) {
            for (var attempt : operation.attempts()) {
                counts.merge(name(attempt.outcome()), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static String name(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Acknowledged told -> "acknowledged: " + told.status();
            case Outcome.Refused refused -> "refused: " + refused.status() + " " + refused.problem();
            case Outcome.Unknown unknown -> "unknown: " + unknown.why();
        };
    }
}
