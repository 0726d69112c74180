package io.parvis.torture.check;

import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.Kind;
import io.parvis.torture.history.Operation;
import io.parvis.torture.history.Read;
import io.parvis.torture.history.RequestOutcome.Acknowledged;
import io.parvis.torture.history.RequestOutcome.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Defects in clients' histories and in views. */
final class ClientAndViewDefects {

    private ClientAndViewDefects() {}

    static Optional<Evidence> otherPosition(Evidence evidence) {
        return EvidenceMutation.created(evidence).map(operation -> {
            var attempt = operation.attempts().getFirst();
            var told = (Acknowledged) attempt.outcome();
            return EvidenceMutation.replaced(
                    evidence,
                    operation,
                    operation.with(
                            List.of(attempt.with(new Acknowledged(told.status(), told.id(), told.position() + 1)))));
        });
    }

    static Optional<Evidence> refusedYetRecorded(Evidence evidence) {
        return EvidenceMutation.created(evidence)
                .map(operation -> EvidenceMutation.replaced(
                        evidence,
                        operation,
                        operation.with(List.of(operation.attempts().getFirst().with(new Refused(503, "overloaded"))))));
    }

    /** Asks for none, so that whatever was left was enough. */
    static Optional<Evidence> deniedPoints(Evidence evidence) {
        return evidence.operations().stream()
                .filter(operation -> operation.attempts().getLast().outcome() instanceof Refused refused
                        && refused.problem().equals("insufficient-points"))
                .findFirst()
                .map(operation -> {
                    var wanted = new HashMap<>(operation.wanted());
                    wanted.put("/points", "-1000000");
                    return EvidenceMutation.replaced(
                            evidence,
                            operation,
                            new Operation(
                                    operation.number(),
                                    operation.kind(),
                                    wanted,
                                    operation.idempotencyKey(),
                                    operation.attempts()));
                });
    }

    static Optional<Evidence> refusedForNoReason(Evidence evidence) {
        return EvidenceMutation.created(evidence).map(operation -> {
            var attempt = operation.attempts().getFirst();
            var refused = new Attempt(
                    "none",
                    attempt.endpoint(),
                    attempt.invokedAt(),
                    attempt.endedAt(),
                    new Refused(409, "slug-already-taken"));
            var operations = new ArrayList<>(evidence.operations());
            operations.add(
                    new Operation(0, Kind.REGISTER_BRAND, Map.of("/slug", "nobody-has-it"), null, List.of(refused)));
            return evidence.withOperations(operations);
        });
    }

    static Optional<Evidence> otherAnswer(Evidence evidence) {
        return EvidenceMutation.created(evidence).map(operation -> {
            var first = operation.attempts().getFirst();
            var told = (Acknowledged) first.outcome();
            var second = first.with(new Acknowledged(told.status(), "another", told.position()));
            return EvidenceMutation.replaced(evidence, operation, operation.with(List.of(first, second)));
        });
    }

    static Optional<Evidence> skippedRow(Evidence evidence) {
        var rows = new TreeMap<>(evidence.kept().rows());
        return rows.entrySet().stream()
                .filter(table -> !table.getValue().isEmpty())
                .findFirst()
                .map(table -> {
                    var fewer = new HashSet<>(table.getValue());
                    fewer.remove(fewer.iterator().next());
                    rows.put(table.getKey(), fewer);
                    return evidence.withKept(new ViewContents(rows));
                });
    }

    static Optional<Evidence> rebuildRecords(Evidence evidence) {
        return Optional.of(evidence.withHeadAfterRebuild(evidence.headAfterRebuild() + 1));
    }

    static Optional<Evidence> staleRead(Evidence evidence) {
        var reads = new ArrayList<>(evidence.reads());
        reads.add(new Read("/v1/brands/none", 1, 404));
        return Optional.of(evidence.withReads(reads));
    }

    static Optional<Evidence> parked(Evidence evidence) {
        var leftovers = new ArrayList<>(evidence.leftovers());
        leftovers.add("parked");
        return Optional.of(evidence.withLeftovers(leftovers));
    }
}
