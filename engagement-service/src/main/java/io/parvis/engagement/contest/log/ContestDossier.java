package io.parvis.engagement.contest.log;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.engagement.ContestPublished;
import io.parvis.engagement.contest.ContestLife;
import io.parvis.engagement.contest.event.ContestCancelled;
import io.parvis.engagement.contest.event.ContestClosed;
import io.parvis.engagement.contest.event.ContestDrawn;
import io.parvis.engagement.contest.event.MomentsRevealed;
import io.parvis.engagement.drawing.Beacon;
import io.parvis.engagement.drawing.BeaconValue;
import io.parvis.engagement.drawing.Closing;
import io.parvis.engagement.drawing.Dossier;
import io.parvis.engagement.drawing.DrawRules;
import io.parvis.engagement.drawing.Drawn;
import io.parvis.engagement.drawing.Publication;
import io.parvis.engagement.drawing.SealedSeed;
import io.parvis.engagement.drawing.Seed;
import io.parvis.proofs.Bytes32;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A contest's life in the draw's own terms, with the places in the log that its documents name.
 *
 * @param rules every published version, in order
 * @param closedAt not before the last rules' closing time; null before the closing
 * @param closedPosition 0 before the closing
 * @param drawn the seed revealed, with the draw or at the end of an instant win; null before that
 * @param cancelledBecause null where it is not cancelled
 */
public record ContestDossier(
        ContestId contestId,
        ContestLife life,
        List<DrawRules.InForce> rules,
        @Nullable Instant closedAt,
        long closedPosition,
        @Nullable Drawn drawn,
        @Nullable String cancelledBecause)
        implements Dossier {

    static ContestDossier empty(ContestId contestId) {
        return new ContestDossier(contestId, ContestLife.UNKNOWN, List.of(), null, 0, null, null);
    }

    /** @param at when the store recorded it, at that position */
    ContestDossier with(Object event, Instant at, long position) {
        var next = life.evolve(event);
        return switch (event) {
            case ContestPublished published -> {
                var written = Objects.requireNonNull(next.inForce()).rules();
                var version = new DrawRules.InForce(PublishedRules.of(published, written), at, position);
                yield new ContestDossier(contestId, next, and(rules, version), null, 0, null, null);
            }
            case ContestClosed closed ->
                new ContestDossier(
                        contestId,
                        next,
                        rules,
                        later(at, rules.getLast().rules().closesAt()),
                        position,
                        null,
                        null);
            case ContestDrawn outcome ->
                new ContestDossier(
                        contestId, next, rules, closedAt, closedPosition, drawn(outcome, at, position), null);
            case MomentsRevealed revealed ->
                new ContestDossier(
                        contestId,
                        next,
                        rules,
                        closedAt,
                        closedPosition,
                        new Drawn(
                                Seed.parse(revealed.seed()),
                                null,
                                later(at, Objects.requireNonNull(closedAt)),
                                position),
                        null);
            case ContestCancelled cancelled ->
                new ContestDossier(contestId, next, rules, closedAt, closedPosition, drawn, cancelled.reason());
            default -> new ContestDossier(contestId, next, rules, closedAt, closedPosition, drawn, cancelledBecause);
        };
    }

    private static <T> List<T> and(List<T> items, T one) {
        return Stream.concat(items.stream(), Stream.of(one)).toList();
    }

    private Drawn drawn(ContestDrawn outcome, Instant at, long position) {
        var beacon = outcome.beacon();
        var said = beacon == null ? null : new BeaconValue(beacon.round(), beacon.value());
        var notBefore = later(at, Objects.requireNonNull(closedAt));
        if (said != null) {
            notBefore = later(
                    notBefore,
                    Objects.requireNonNull(beacon()).timeOf(said.round()).orElse(notBefore));
        }
        return new Drawn(Seed.parse(outcome.seed()), said, notBefore, position);
    }

    /** The decision was taken in time, by the service's clock; the store's may be a little behind. */
    private static Instant later(Instant recorded, Instant decidedNotBefore) {
        return recorded.isBefore(decidedNotBefore) ? decidedNotBefore : recorded;
    }

    @Override
    public SealedSeed sealedSeed() {
        var committed = Objects.requireNonNull(life.committed());
        return new SealedSeed(committed.sealedSeed(), committed.seedKeyId());
    }

    /** Null where the rules name none. */
    public @Nullable Beacon beacon() {
        return beaconOf(life);
    }

    /** The beacon that the rules name, of a contest that is published. */
    public static @Nullable Beacon beaconOf(ContestLife life) {
        var named = life.inForce() == null ? null : life.inForce().rules().beacon();
        return named == null ? null : new Beacon(named.source(), named.firstRound());
    }

    @Override
    public @Nullable Publication publication() {
        var committed = life.committed();
        return committed == null
                ? null
                : new Publication(contestId, Bytes32.parse(committed.seedCommitment()), beacon());
    }

    /** A moment after the closing. */
    @Override
    public @Nullable Closing closing() {
        var sealed = life.sealed();
        return sealed == null || closedAt == null
                ? null
                : new Closing(
                        contestId,
                        closedAt,
                        closedPosition,
                        Bytes32.parse(sealed.publicationSha256()),
                        Bytes32.parse(sealed.rulesSha256()),
                        Bytes32.parse(sealed.moderationSha256()),
                        Bytes32.parse(sealed.merkleRoot()),
                        sealed.size());
    }
}
