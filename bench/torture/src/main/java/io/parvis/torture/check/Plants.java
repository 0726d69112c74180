package io.parvis.torture.check;

import io.parvis.torture.check.Planted.Plant;
import io.parvis.torture.history.Attempt;
import io.parvis.torture.history.Operation;
import io.parvis.torture.history.Outcome;
import io.parvis.torture.history.Outcome.Acknowledged;
import io.parvis.torture.history.Outcome.Refused;
import io.parvis.torture.history.Read;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The faults that are planted. */
final class Plants {

    static final List<Plant> ALL = List.of(
            new Plant("a lost write", new NothingLost(), Plants::lostWrite),
            new Plant("a write at another position than told", new NothingLost(), Plants::otherPosition),
            new Plant("a doubled entry", new NothingDoubled(), Plants::doubledEntry),
            new Plant("half a batch", new NothingHalf(), Plants::halfBatch),
            new Plant("a gap", new LogIsWhole(), Plants::gap),
            new Plant("time that goes back", new LogIsWhole(), Plants::timeGoesBack),
            new Plant("a tag that is not found", new LogIsWhole(), Plants::lostTag),
            new Plant("a refusal that was recorded", new RefusedIsAbsent(), Plants::refusedYetRecorded),
            new Plant("a refusal for no reason", new RefusedIsAbsent(), Plants::refusedForNoReason),
            new Plant("a repeat that was answered differently", new UnknownIsSettled(), Plants::otherAnswer),
            new Plant("a wrong order", new RealTimeOrder(), Plants::wrongOrder),
            new Plant("an entry before publication", new DecisionsHold(), Plants::entryBeforePublication),
            new Plant("an event of nobody's", new NothingUnexplained(), Plants::nobodys),
            new Plant("a cause without effect", new NothingUnexplained(), Plants::noEffect),
            new Plant("a view that skipped one", new ViewsAreAsRebuilt(), Plants::skippedRow),
            new Plant("a rebuild that records something", new ViewsAreAsRebuilt(), Plants::rebuildRecords),
            new Plant("a stale read", new WritersReadTheirWrites(), Plants::staleRead),
            new Plant("a parked event", new NothingLeftOver(), Plants::parked));

    private Plants() {}

    private static Optional<Evidence> lostWrite(Evidence evidence) {
        return created(evidence)
                .flatMap(operation -> eventOf(evidence, operation).map(event -> {
                    var log = new ArrayList<>(evidence.log());
                    log.remove(event);
                    return evidence.withLog(log);
                }));
    }

    private static Optional<Evidence> otherPosition(Evidence evidence) {
        return created(evidence).map(operation -> {
            var attempt = operation.attempts().getFirst();
            var told = (Acknowledged) attempt.outcome();
            return replaced(
                    evidence,
                    operation,
                    operation.with(
                            List.of(attempt.with(new Acknowledged(told.status(), told.id(), told.position() + 1)))));
        });
    }

    private static Optional<Evidence> doubledEntry(Evidence evidence) {
        return named(evidence, "engagement.ContestEntered").map(event -> {
            var log = new ArrayList<>(evidence.log());
            log.add(event.at(log.size() + 1).withId(UUID.randomUUID().toString()));
            return evidence.withLog(log);
        });
    }

    private static Optional<Evidence> halfBatch(Evidence evidence) {
        return evidence.batches().stream()
                .filter(batch -> batch.verdicts().stream().anyMatch(position -> position > 0))
                .findFirst()
                .map(batch -> {
                    var verdicts = new ArrayList<>(batch.verdicts());
                    verdicts.add((long) evidence.log().size() + 1);
                    return evidence.withBatches(
                            List.of(new Batch(batch.writer(), batch.number(), verdicts, batch.recordedAt())));
                });
    }

    private static Optional<Evidence> gap(Evidence evidence) {
        return middle(evidence).map(event -> {
            var log = evidence.log().stream()
                    .map(one -> one.position() >= event.position() ? one.at(one.position() + 1) : one)
                    .toList();
            return evidence.withLog(log);
        });
    }

    private static Optional<Evidence> timeGoesBack(Evidence evidence) {
        return middle(evidence)
                .map(event -> replaced(
                        evidence, event, event.recordedAt(event.recordedAt().minusSeconds(3600))));
    }

    private static Optional<Evidence> lostTag(Evidence evidence) {
        return evidence.tags().stream().findFirst().map(tag -> {
            var tags = new HashSet<>(evidence.tags());
            tags.remove(tag);
            return evidence.withTags(tags);
        });
    }

    private static Optional<Evidence> refusedYetRecorded(Evidence evidence) {
        return created(evidence)
                .map(operation -> replaced(
                        evidence,
                        operation,
                        operation.with(List.of(operation.attempts().getFirst().with(new Refused(503, "overloaded"))))));
    }

    private static Optional<Evidence> refusedForNoReason(Evidence evidence) {
        return created(evidence).map(operation -> {
            var attempt = operation.attempts().getFirst();
            var refused = new Attempt(
                    "none",
                    attempt.door(),
                    attempt.invokedAt(),
                    attempt.endedAt(),
                    new Refused(409, "slug-already-taken"));
            var operations = new ArrayList<>(evidence.operations());
            operations.add(new Operation(
                    0,
                    io.parvis.torture.history.Kind.REGISTER_BRAND,
                    Map.of("/slug", "nobody-has-it"),
                    null,
                    List.of(refused)));
            return evidence.withOperations(operations);
        });
    }

    private static Optional<Evidence> otherAnswer(Evidence evidence) {
        return created(evidence).map(operation -> {
            var first = operation.attempts().getFirst();
            var told = (Acknowledged) first.outcome();
            var second = first.with(new Acknowledged(told.status(), "another", told.position()));
            return replaced(evidence, operation, operation.with(List.of(first, second)));
        });
    }

    /** Exchanges what two clients were told, and the events, so that only the order is wrong. */
    private static Optional<Evidence> wrongOrder(Evidence evidence) {
        var first = created(evidence);
        var last = evidence.operations().reversed().stream()
                .filter(Plants::isCreatedAtOnce)
                .findFirst();
        if (first.isEmpty() || last.isEmpty() || last.get().invokedAt() <= endOf(first.get())) {
            return Optional.empty();
        }
        return eventOf(evidence, first.get())
                .flatMap(early -> eventOf(evidence, last.get()).map(late -> exchanged(evidence, early, late)));
    }

    private static Optional<Evidence> entryBeforePublication(Evidence evidence) {
        return named(evidence, "engagement.ContestEntered")
                .flatMap(entry -> first(
                                evidence,
                                event -> event.name().equals("engagement.ContestPublished")
                                        && event.text("/contestId").equals(entry.text("/contestId")))
                        .map(published -> exchanged(evidence, published, entry)));
    }

    private static Optional<Evidence> nobodys(Evidence evidence) {
        return named(evidence, "engagement.ContestEntered")
                .map(event -> replaced(evidence, event, event.withMetadata(Map.of("correlationId", "nobody"))));
    }

    private static Optional<Evidence> noEffect(Evidence evidence) {
        return named(evidence, "reputation.WatchAdded").map(event -> {
            var log = new ArrayList<>(evidence.log());
            log.remove(event);
            return evidence.withLog(log);
        });
    }

    private static Optional<Evidence> skippedRow(Evidence evidence) {
        var rows = new java.util.TreeMap<>(evidence.kept().rows());
        return rows.entrySet().stream()
                .filter(table -> !table.getValue().isEmpty())
                .findFirst()
                .map(table -> {
                    var fewer = new HashSet<>(table.getValue());
                    fewer.remove(fewer.iterator().next());
                    rows.put(table.getKey(), fewer);
                    return evidence.withKept(new Views(rows));
                });
    }

    private static Optional<Evidence> rebuildRecords(Evidence evidence) {
        return Optional.of(evidence.withHeadAfterRebuild(evidence.headAfterRebuild() + 1));
    }

    private static Optional<Evidence> staleRead(Evidence evidence) {
        var reads = new ArrayList<>(evidence.reads());
        reads.add(new Read("/v1/brands/none", 1, 404));
        return Optional.of(evidence.withReads(reads));
    }

    private static Optional<Evidence> parked(Evidence evidence) {
        var leftovers = new ArrayList<>(evidence.leftovers());
        leftovers.add("parked");
        return Optional.of(evidence.withLeftovers(leftovers));
    }

    private static boolean isCreatedAtOnce(Operation operation) {
        return operation.attempts().size() == 1
                && operation.onceKey() != null
                && operation.attempts().getFirst().outcome() instanceof Acknowledged told
                && told.created()
                && told.position() > 0;
    }

    private static Optional<Operation> created(Evidence evidence) {
        return evidence.operations().stream().filter(Plants::isCreatedAtOnce).findFirst();
    }

    private static long endOf(Operation operation) {
        return operation.attempts().getLast().endedAt();
    }

    private static Optional<LogEvent> eventOf(Evidence evidence, Operation operation) {
        Outcome outcome = operation.attempts().getFirst().outcome();
        return first(evidence, event -> outcome instanceof Acknowledged told && event.position() == told.position());
    }

    private static Optional<LogEvent> named(Evidence evidence, String name) {
        return first(evidence, event -> event.name().equals(name));
    }

    private static Optional<LogEvent> middle(Evidence evidence) {
        return first(evidence, event -> event.position() > evidence.log().size() / 2);
    }

    private static Optional<LogEvent> first(Evidence evidence, Predicate<LogEvent> wanted) {
        return evidence.log().stream().filter(wanted).findFirst();
    }

    private static Evidence replaced(Evidence evidence, Operation old, Operation other) {
        return evidence.withOperations(evidence.operations().stream()
                .map(one -> one == old ? other : one)
                .toList());
    }

    private static Evidence replaced(Evidence evidence, LogEvent old, LogEvent other) {
        return evidence.withLog(
                evidence.log().stream().map(one -> one == old ? other : one).toList());
    }

    private static Evidence exchanged(Evidence evidence, LogEvent one, LogEvent other) {
        var log = new ArrayList<>(evidence.log());
        log.set(log.indexOf(one), other.at(one.position()));
        log.set(log.indexOf(other), one.at(other.position()));
        return evidence.withLog(log);
    }
}
