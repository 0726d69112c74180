package io.parvis.engagement.contest.drawing;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.draw.BeaconValue;
import io.parvis.engagement.draw.DrawProof;
import io.parvis.engagement.draw.Outcome;
import io.parvis.engagement.draw.Redraw;
import io.parvis.engagement.draw.Seed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws, and draws again: what has closed never changes, so it is kept while it is asked for. Two who ask at once wait
 * for the same work.
 */
@ApplicationScoped
public class Draws {

    /** Two fifths of the heap: of 192 MB, room for a million entries. Larger contests are read again each time. */
    private static final long KEPT_BYTES = Runtime.getRuntime().maxMemory() / 5 * 2;

    private static final int KEPT_PROOF_BYTES = 32 << 20;

    /** @param position of the entry in the log */
    public record Alternate(long position, ContestEntered entry) {}

    private record ProofOf(String contestId, int redraws) {}

    private final AsyncCache<String, SealedContest> contests = Caffeine.newBuilder()
            .maximumWeight(KEPT_BYTES)
            .<String, SealedContest>weigher((contest, of) -> of.bytes())
            .buildAsync();
    private final AsyncCache<ProofOf, byte[]> proofs = Caffeine.newBuilder()
            .maximumWeight(KEPT_PROOF_BYTES)
            .<ProofOf, byte[]>weigher((contest, bytes) -> bytes.length)
            .buildAsync();
    private final ContestLog log;
    private final DrawKeys keys;

    Draws(ContestLog log, DrawKeys keys) {
        this.log = log;
        this.keys = keys;
    }

    /**
     * Who takes part in a contest whose entries are sealed.
     *
     * @return fails where the log no longer holds the entries that were sealed
     */
    public Uni<ContestEntries> entries(ContestFile sealed) {
        return contest(sealed).map(SealedContest::entries);
    }

    private Uni<SealedContest> contest(ContestFile sealed) {
        return Kept.in(
                contests,
                sealed.contestId(),
                () -> log.entries(sealed.contestId(), sealed.closedPosition()).map(found -> {
                    if (!found.closing(sealed).equals(sealed.closing())) {
                        throw new IllegalStateException("The entries of contest %s are not those that were sealed"
                                .formatted(sealed.contestId()));
                    }
                    return new SealedContest(found);
                }));
    }

    /** The seed that was committed to at publication. */
    public Seed seed(ContestFile file) {
        return keys.open(Objects.requireNonNull(file.life().committed()).sealedSeed(), file.contestId());
    }

    /** The outcome of a contest that is not drawn yet. */
    public Uni<Outcome> draw(ContestFile sealed, @Nullable BeaconValue beacon) {
        return entries(sealed).chain(found -> Kept.onWorker(() -> outcome(sealed, found, seed(sealed), beacon)));
    }

    /** The outcome of one that is. */
    public Uni<Outcome> outcome(ContestFile file) {
        var drawn = Objects.requireNonNull(file.drawn());
        return contest(file)
                .chain(kept -> kept.outcome(
                        () -> Kept.onWorker(() -> outcome(file, kept.entries(), drawn.seed(), drawn.beacon()))))
                .plug(Kept::backOnContext);
    }

    private static Outcome outcome(ContestFile file, ContestEntries entries, Seed seed, @Nullable BeaconValue beacon) {
        var prizes = file.rules().getLast().rules().prizes();
        return Outcome.of(seed, beacon, file.contestId(), entries.leaves(), prizes);
    }

    /**
     * Who comes next.
     *
     * @param number from 1
     * @return null where there are not so many
     */
    public Uni<@Nullable Alternate> alternate(ContestFile file, int number) {
        return outcome(file).chain(outcome -> {
            var alternates = outcome.alternates();
            if (number > alternates.size()) {
                return Uni.createFrom().<@Nullable Alternate>nullItem();
            }
            var position = alternates.get(number - 1).position();
            return log.entry(position).map(entry -> new Alternate(position, entry));
        });
    }

    /** The proof of a contest that is drawn, with all redraws up to now. */
    public Uni<byte[]> proof(ContestFile file) {
        return log.redraws(file)
                .chain(redraws -> Kept.in(
                        proofs,
                        new ProofOf(file.contestId(), redraws.size()),
                        () -> entries(file).chain(found -> Kept.onWorker(() -> proof(file, found, redraws)))));
    }

    private byte[] proof(ContestFile file, ContestEntries found, List<Redraw> redraws) {
        return new DrawProof(
                        Objects.requireNonNull(file.publication()),
                        file.rules(),
                        found.leaves(),
                        found.moderation(),
                        Objects.requireNonNull(file.closing()),
                        Objects.requireNonNull(file.drawn()),
                        redraws)
                .bytes(keys.signing());
    }
}
