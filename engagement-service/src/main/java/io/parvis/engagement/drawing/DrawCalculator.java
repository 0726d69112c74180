package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.edge.problem.Unavailable;
import io.parvis.eventing.store.StoreLife;
import io.parvis.eventloop.ContextExecutor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws, and draws again: what has closed never changes, so it is kept while it is asked for. Two who ask at once wait
 * for the same work.
 */
@ApplicationScoped
public class DrawCalculator {

    private final ContestMemory memory = new ContestMemory(Runtime.getRuntime().maxMemory());
    private final EntryLog log;
    private final DrawKeys keys;

    DrawCalculator(EntryLog log, DrawKeys keys, StoreLife life) {
        this.log = log;
        this.keys = keys;
        life.onEnd(memory::forgetAll);
    }

    /** Who takes part in a contest that has closed, to be sealed; kept for the draw. */
    public Uni<Entries> toSeal(Dossier closed) {
        var contestId = closed.contestId();
        return log.count(contestId, closed.closedPosition())
                .chain(count -> memory.reading(contestId, count, () -> read(closed)))
                .invoke(contest -> memory.keep(contestId, contest))
                .map(SealedContest::entries);
    }

    /**
     * Who takes part in a contest whose entries are sealed.
     *
     * @return fails where the log no longer holds the entries that were sealed, and where there are more of them than this
     *     process has memory for
     */
    public Uni<Entries> entries(Dossier sealed) {
        return contest(sealed).map(SealedContest::entries);
    }

    private Uni<SealedContest> contest(Dossier sealed) {
        var contestId = sealed.contestId();
        return Uni.createFrom()
                .deferred(() -> {
                    mustHold(sealed);
                    return memory.get(
                            contestId,
                            () -> log.count(contestId, sealed.closedPosition()),
                            () -> read(sealed).invoke(found -> mustBeWhatWasSealed(found.entries(), sealed)));
                })
                .invoke(found -> mustBeOfThatClosing(found.entries(), sealed));
    }

    private Uni<SealedContest> read(Dossier closed) {
        return log.entries(closed.contestId(), closed.closedPosition()).map(SealedContest::new);
    }

    private static void mustBeWhatWasSealed(Entries found, Dossier sealed) {
        if (!found.closing(sealed).equals(sealed.closing())) {
            throw notThose(sealed.contestId());
        }
    }

    /** What is kept was read before; another line of the log may have another closing. */
    private void mustBeOfThatClosing(Entries kept, Dossier sealed) {
        if (!kept.tree().root().equals(Objects.requireNonNull(sealed.closing()).merkleRoot())) {
            memory.forget(sealed.contestId());
            throw notThose(sealed.contestId());
        }
    }

    private static IllegalStateException notThose(ContestId contestId) {
        return new IllegalStateException(
                "The entries of contest %s are not those that were sealed".formatted(contestId));
    }

    /** The seed that was committed to at publication. */
    public Seed seed(Dossier dossier) {
        return keys.open(dossier.sealedSeed(), dossier.contestId());
    }

    /** The outcome of a contest that is not drawn yet. */
    public Uni<DrawOutcome> draw(Dossier sealed, @Nullable BeaconValue beacon) {
        return outcome(sealed, seed(sealed), beacon);
    }

    /** The outcome of one that is. */
    public Uni<DrawOutcome> outcome(Dossier dossier) {
        var drawn = Objects.requireNonNull(dossier.drawn());
        return outcome(dossier, drawn.seed(), drawn.beacon());
    }

    private Uni<DrawOutcome> outcome(Dossier dossier, Seed seed, @Nullable BeaconValue beacon) {
        return ContextExecutor.emitOnCaller(contest(dossier)
                .chain(kept -> kept.outcome(
                        beacon,
                        () -> SharedComputation.onWorker(() -> outcome(dossier, kept.entries(), seed, beacon)))));
    }

    private static DrawOutcome outcome(Dossier dossier, Entries entries, Seed seed, @Nullable BeaconValue beacon) {
        var prizes = dossier.rules().getLast().rules().prizes();
        return DrawOutcome.of(seed, beacon, dossier.contestId(), entries.leaves(), prizes);
    }

    /**
     * Who comes next, in their order.
     *
     * @param from the number of the first of them, from 1
     * @param atMost fewer where there are not so many
     * @return the positions of their entries
     */
    public Uni<List<Long>> alternates(Dossier dossier, int from, int atMost) {
        return outcome(dossier).map(outcome -> {
            var all = outcome.alternates();
            return all.subList(Math.min(from - 1, all.size()), Math.min(from - 1 + atMost, all.size())).stream()
                    .map(Leaf::position)
                    .toList();
        });
    }

    /** @throws Unavailable where the entries of a contest are more than this process has memory for */
    public void mustHold(Dossier sealed) {
        memory.mustHold(
                sealed.contestId(), Objects.requireNonNull(sealed.closing()).size());
    }

    /** The proof of a contest that is drawn, with all redraws up to now. */
    public Uni<PublicProof> proof(Dossier dossier) {
        mustHold(dossier);
        return log.redraws(dossier)
                .map(redraws -> new PublicProof(
                        DrawProof.fingerprint(
                                Objects.requireNonNull(dossier.closing()),
                                Objects.requireNonNull(dossier.drawn()),
                                redraws,
                                keys.signing()),
                        target -> write(dossier, redraws, target)));
    }

    private void write(Dossier dossier, List<Redraw> redraws, OutputStream target) throws IOException {
        var outcome = outcome(dossier).await().indefinitely();
        var found = entries(dossier).await().indefinitely();
        new DrawProof(
                        Objects.requireNonNull(dossier.publication()),
                        dossier.rules(),
                        found.leaves(),
                        found.moderation(),
                        Objects.requireNonNull(dossier.closing()),
                        Objects.requireNonNull(dossier.drawn()),
                        redraws)
                .writeTo(target, keys.signing(), outcome);
    }
}
