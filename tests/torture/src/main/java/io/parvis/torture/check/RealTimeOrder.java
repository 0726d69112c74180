package io.parvis.torture.check;

import io.parvis.torture.history.Operation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What was acknowledged before something else was begun comes before it in the log. */
final class RealTimeOrder implements Property {

    private record Done(Operation operation, long endedAt, long position) {}

    @Override
    public String name() {
        return "acknowledged before begun is earlier in the log";
    }

    @Override
    public Verdict check(Facts facts) {
        var done = new ArrayList<Done>();
        var begun = new ArrayList<Done>();
        for (var operation : facts.operations()) {
            var acknowledged = operation.acknowledged();
            var own = facts.eventsOf(operation);
            if (!own.isEmpty()) {
                // Also where it was never acknowledged: it cannot have happened before it was begun.
                var position = own.getFirst().position();
                begun.add(new Done(operation, 0, position));
                if (acknowledged != null) {
                    done.add(new Done(operation, acknowledged.endedAt(), position));
                }
            }
        }
        done.sort(Comparator.comparingLong(Done::endedAt));
        begun.sort(Comparator.comparingLong(one -> one.operation().invokedAt()));
        var violations = violations(done, begun);
        return new Verdict(
                name(), "%,d operations, %,d out of order".formatted(begun.size(), violations.size()), violations);
    }

    private static List<String> violations(List<Done> done, List<Done> begun) {
        var violations = new ArrayList<String>();
        int next = 0;
        Done latest = null;
        for (var later : begun) {
            while (next < done.size()
                    && done.get(next).endedAt() < later.operation().invokedAt()) {
                var candidate = done.get(next++);
                if (latest == null || candidate.position() > latest.position()) {
                    latest = candidate;
                }
            }
            if (latest != null && latest.position() >= later.position()) {
                violations.add("at " + later.position() + ", but begun after " + latest.position()
                        + " was acknowledged: " + later.operation() + " after " + latest.operation());
            }
        }
        return violations;
    }
}
