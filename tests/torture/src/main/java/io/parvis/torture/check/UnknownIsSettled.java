package io.parvis.torture.check;

import io.parvis.torture.history.Operation;
import io.parvis.torture.history.RequestOutcome.Acknowledged;
import io.parvis.torture.history.RequestOutcome.Refused;
import java.util.ArrayList;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** What had no answer happened once or not at all, and whoever asked again under the key was told which. */
final class UnknownIsSettled implements Property {

    @Override
    public String name() {
        return "unknown is once or never, and repeats agree";
    }

    @Override
    public Verdict check(Facts facts) {
        var violations = new ArrayList<String>();
        int recorded = 0;
        int absent = 0;
        int repeated = 0;
        for (var operation : facts.operations()) {
            if (operation.anyUnknown()) {
                if (facts.eventsOf(operation).isEmpty()) {
                    absent++;
                } else {
                    recorded++;
                }
            }
            if (operation.idempotencyKey() != null && operation.attempts().size() > 1) {
                repeated++;
                var fault = disagreement(facts, operation);
                if (fault != null) {
                    violations.add(fault + ": " + operation);
                }
            }
            if (operation.anyUnknown() && facts.eventsOf(operation).size() > 1) {
                violations.add("happened more than once: " + operation);
            }
        }
        return new Verdict(
                name(),
                "%,d once, %,d never; %,d repeated, %,d disagree"
                        .formatted(recorded, absent, repeated, violations.size()),
                violations);
    }

    private static @Nullable String disagreement(Facts facts, Operation operation) {
        var own = !facts.eventsOf(operation).isEmpty();
        var told = new HashSet<Acknowledged>();
        for (var attempt : operation.attempts()) {
            switch (attempt.outcome()) {
                case Acknowledged answer -> told.add(answer);
                case Refused refused
                when own && RefusalReasons.isLasting(refused.problem()) -> {
                    return "refused for ever as " + refused.problem() + ", and yet it happened";
                }
                default -> {}
            }
        }
        var answered = own || facts.answerTo(operation) != null;
        return answered && told.size() > 1 ? "repeats were answered differently" : null;
    }
}
