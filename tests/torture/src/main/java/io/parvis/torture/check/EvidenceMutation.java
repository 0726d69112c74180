package io.parvis.torture.check;

import io.parvis.torture.history.Operation;
import io.parvis.torture.history.RequestOutcome.Acknowledged;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds records in the evidence and changes them. */
final class EvidenceMutation {

    private EvidenceMutation() {}

    static boolean isCreatedAtOnce(Operation operation) {
        return operation.attempts().size() == 1
                && operation.idempotencyKey() != null
                && operation.attempts().getFirst().outcome() instanceof Acknowledged told
                && told.created()
                && told.position() > 0;
    }

    static Optional<Operation> created(Evidence evidence) {
        return evidence.operations().stream()
                .filter(EvidenceMutation::isCreatedAtOnce)
                .findFirst();
    }

    static long endOf(Operation operation) {
        return operation.attempts().getLast().endedAt();
    }

    static Optional<LogEvent> eventOf(Evidence evidence, Operation operation) {
        var outcome = operation.attempts().getFirst().outcome();
        return first(evidence, event -> outcome instanceof Acknowledged told && event.position() == told.position());
    }

    /** The record of an answer that somebody heard, and that changed nothing. */
    static Optional<LogEvent> toldAnswer(Evidence evidence) {
        var told = evidence.operations().stream()
                .filter(operation -> operation.idempotencyKey() != null)
                .flatMap(operation -> operation.attempts().stream())
                .flatMap(attempt -> attempt.outcome() instanceof Acknowledged answer
                        ? Stream.of(answer.position())
                        : Stream.empty())
                .collect(Collectors.toSet());
        return first(evidence, event -> event.name().equals(Facts.ANSWER) && told.contains(event.position()));
    }

    static Optional<LogEvent> named(Evidence evidence, String name) {
        return first(evidence, event -> event.name().equals(name));
    }

    static Optional<LogEvent> middle(Evidence evidence) {
        return first(evidence, event -> event.position() > evidence.log().size() / 2);
    }

    static Optional<LogEvent> first(Evidence evidence, Predicate<LogEvent> wanted) {
        return evidence.log().stream().filter(wanted).findFirst();
    }

    static Evidence replaced(Evidence evidence, Operation old, Operation other) {
        return evidence.withOperations(evidence.operations().stream()
                .map(one -> one == old ? other : one)
                .toList());
    }

    static Evidence replaced(Evidence evidence, LogEvent old, LogEvent other) {
        return evidence.withLog(
                evidence.log().stream().map(one -> one == old ? other : one).toList());
    }

    static Evidence exchanged(Evidence evidence, LogEvent one, LogEvent other) {
        var log = new ArrayList<>(evidence.log());
        log.set(log.indexOf(one), other.at(one.position()));
        log.set(log.indexOf(other), one.at(other.position()));
        return evidence.withLog(log);
    }
}
