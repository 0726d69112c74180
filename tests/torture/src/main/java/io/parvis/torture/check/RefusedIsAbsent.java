package io.parvis.torture.check;

import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.Operation;
import io.parvis.torture.history.RequestOutcome.Refused;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/** What was refused left nothing behind, and the log knows why it was refused. */
final class RefusedIsAbsent implements Property {

    @Override
    public String name() {
        return "refused is absent, and for a reason";
    }

    @Override
    public Verdict check(Facts facts) {
        var violations = new ArrayList<String>();
        var reasons = new RefusalReasons(facts);
        int byRule = 0;
        int others = 0;
        for (var operation : facts.operations()) {
            for (var attempt : operation.attempts()) {
                if (attempt.outcome() instanceof Refused refused) {
                    if (RefusalReasons.isRule(refused.problem())) {
                        byRule++;
                    } else {
                        others++;
                    }
                    var fault = fault(facts, reasons, operation, attempt, refused);
                    if (fault != null) {
                        violations.add(fault + ": " + operation);
                    }
                }
            }
        }
        return new Verdict(
                name(),
                "%,d by a rule, %,d for want of a service, %,d wrong".formatted(byRule, others, violations.size()),
                violations);
    }

    private static @Nullable String fault(
            Facts facts, RefusalReasons reasons, Operation operation, Attempt attempt, Refused refused) {
        for (var event : facts.eventsOf(operation)) {
            if (event.trace().equals(attempt.trace())) {
                return "refused, and yet recorded, " + event;
            }
        }
        return reasons.explain(operation, attempt, refused) ? null : "refused for no reason";
    }
}
