package io.parvis.torture.check;

import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.Operation;
import io.parvis.torture.history.RequestOutcome.Acknowledged;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What was acknowledged is in the log, with its content, under the id and at the position that the client was told. */
final class NothingLost implements Property {

    @Override
    public String name() {
        return "acknowledged is recorded, as told";
    }

    @Override
    public Verdict check(Facts facts) {
        var violations = new ArrayList<String>();
        int checked = 0;
        for (var operation : facts.operations()) {
            for (var attempt : operation.attempts()) {
                var told = Facts.told(attempt);
                if (told != null) {
                    checked++;
                    var fault = fault(facts, operation, attempt, told);
                    if (fault != null) {
                        violations.add(fault + ": " + operation);
                    }
                }
            }
        }
        return new Verdict(name(), "%,d acknowledged, %,d lost".formatted(checked, violations.size()), violations);
    }

    private static @Nullable String fault(Facts facts, Operation operation, Attempt attempt, Acknowledged told) {
        var own = facts.eventsOf(operation);
        if (own.isEmpty()) {
            return told.created() ? "lost" : foundFault(facts, operation, told);
        }
        // Under a key, every answer speaks of the one event; without, of the attempt's own.
        var event = own.getFirst();
        if (!id(operation, event).equals(told.id())) {
            return "recorded under another id, " + event;
        }
        var exact = operation.idempotencyKey() != null || event.trace().equals(attempt.trace());
        return exact && told.position() > 0 && told.position() != event.position()
                ? "recorded at another position, " + event
                : null;
    }

    /** All was there already: somebody else's event says the same, at or before the position told. */
    private static @Nullable String foundFault(Facts facts, Operation operation, Acknowledged told) {
        var answer = facts.answerTo(operation);
        if (operation.idempotencyKey() != null && (answer == null || answer.position() != told.position())) {
            return "answered, and the key does not stand for the answer";
        }
        return facts.like(operation).stream()
                        .anyMatch(event -> id(operation, event).equals(told.id())
                                && (told.position() == 0 || event.position() <= told.position()))
                ? null
                : "neither recorded nor there before";
    }

    private static String id(Operation operation, LogEvent event) {
        var pointer = operation.kind().idPointer();
        return pointer.isEmpty() ? "" : event.text(pointer);
    }
}
