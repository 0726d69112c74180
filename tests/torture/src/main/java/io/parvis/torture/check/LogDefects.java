package io.parvis.torture.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Defects in the log. */
final class LogDefects {

    private LogDefects() {}

    static Optional<Evidence> lostWrite(Evidence evidence) {
        return EvidenceMutation.created(evidence)
                .flatMap(operation -> EvidenceMutation.eventOf(evidence, operation)
                        .map(event -> {
                            var log = new ArrayList<>(evidence.log());
                            log.remove(event);
                            return evidence.withLog(log);
                        }));
    }

    static Optional<Evidence> forgottenAnswer(Evidence evidence) {
        return EvidenceMutation.toldAnswer(evidence).map(answer -> {
            var log = new ArrayList<>(evidence.log());
            log.remove(answer);
            return evidence.withLog(log);
        });
    }

    static Optional<Evidence> doubledEntry(Evidence evidence) {
        return EvidenceMutation.named(evidence, "engagement.ContestEntered").map(event -> {
            var log = new ArrayList<>(evidence.log());
            log.add(event.at(log.size() + 1).withId(UUID.randomUUID().toString()));
            return evidence.withLog(log);
        });
    }

    static Optional<Evidence> gap(Evidence evidence) {
        return EvidenceMutation.middle(evidence).map(event -> {
            var log = evidence.log().stream()
                    .map(one -> one.position() >= event.position() ? one.at(one.position() + 1) : one)
                    .toList();
            return evidence.withLog(log);
        });
    }

    static Optional<Evidence> timeGoesBack(Evidence evidence) {
        return EvidenceMutation.middle(evidence)
                .map(event -> EvidenceMutation.replaced(
                        evidence, event, event.recordedAt(event.recordedAt().minusSeconds(3600))));
    }

    static Optional<Evidence> lostTag(Evidence evidence) {
        return evidence.tags().stream().findFirst().map(tag -> {
            var tags = new HashSet<>(evidence.tags());
            tags.remove(tag);
            return evidence.withTags(tags);
        });
    }

    static Optional<Evidence> halfBatch(Evidence evidence) {
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

    /** Exchanges what two clients were told, and the events, so that only the order is wrong. */
    static Optional<Evidence> wrongOrder(Evidence evidence) {
        var first = EvidenceMutation.created(evidence);
        var last = evidence.operations().reversed().stream()
                .filter(EvidenceMutation::isCreatedAtOnce)
                .findFirst();
        if (first.isEmpty() || last.isEmpty() || last.get().invokedAt() <= EvidenceMutation.endOf(first.get())) {
            return Optional.empty();
        }
        return EvidenceMutation.eventOf(evidence, first.get())
                .flatMap(early -> EvidenceMutation.eventOf(evidence, last.get())
                        .map(late -> EvidenceMutation.exchanged(evidence, early, late)));
    }

    static Optional<Evidence> entryBeforePublication(Evidence evidence) {
        return EvidenceMutation.named(evidence, "engagement.ContestEntered")
                .flatMap(entry -> EvidenceMutation.first(
                                evidence,
                                event -> event.name().equals("engagement.ContestPublished")
                                        && event.text("/contestId").equals(entry.text("/contestId")))
                        .map(published -> EvidenceMutation.exchanged(evidence, published, entry)));
    }

    static Optional<Evidence> burnedBeforeEarned(Evidence evidence) {
        return EvidenceMutation.first(evidence, event -> isMove(event, "burn"))
                .flatMap(burned -> EvidenceMutation.first(
                                evidence,
                                event -> isMove(event, "earn")
                                        && event.text("/fanId").equals(burned.text("/fanId")))
                        .map(earned -> EvidenceMutation.exchanged(evidence, earned, burned)));
    }

    private static boolean isMove(LogEvent event, String operation) {
        return event.name().equals("engagement.PointsMoved")
                && event.text("/operation").equals(operation);
    }

    static Optional<Evidence> nobodys(Evidence evidence) {
        return EvidenceMutation.named(evidence, "engagement.ContestEntered")
                .map(event -> EvidenceMutation.replaced(
                        evidence, event, event.withMetadata(Map.of("correlationId", "nobody"))));
    }

    static Optional<Evidence> noEffect(Evidence evidence) {
        return EvidenceMutation.named(evidence, "reputation.WatchAdded").map(event -> {
            var log = new ArrayList<>(evidence.log());
            log.remove(event);
            return evidence.withLog(log);
        });
    }
}
