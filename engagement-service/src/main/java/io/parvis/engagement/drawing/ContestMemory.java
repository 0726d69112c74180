package io.parvis.engagement.drawing;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parvis.contracts.engagement.ContestId;
import io.parvis.edge.problem.Unavailable;
import io.smallrye.mutiny.Uni;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * How much of the heap entries may take. Those of contests that are asked for are kept; large ones are read one at a time,
 * and what is kept makes room for them. One that does not fit into this heap at all is not begun, and whoever asks is told.
 */
final class ContestMemory {

    /** While it is read and drawn: 72 for the leaf, the others for its place in the order and among the fans, while both grow. */
    static final int BYTES_OF_AN_ENTRY = 108;

    /** Of fewer any number may be read at once. */
    private static final int LARGE = 50_000;

    private final long mostEntries;
    private final long keptBytes;
    private final AsyncCache<ContestId, SealedContest> kept;
    private CompletableFuture<Void> lastLarge = CompletableFuture.completedFuture(null);

    /** @param heapBytes the most that there may be: three fifths are for entries, two of them for what is kept */
    ContestMemory(long heapBytes) {
        this.mostEntries = heapBytes / 5 * 3 / BYTES_OF_AN_ENTRY;
        this.keptBytes = heapBytes / 5 * 2;
        this.kept = Caffeine.newBuilder()
                .maximumWeight(keptBytes)
                .<ContestId, SealedContest>weigher((contest, of) -> of.bytes())
                .buildAsync();
    }

    /**
     * Two who ask at once wait for the same work; a failure is not kept.
     *
     * @param entries how many there are, asked where they are not kept
     */
    Uni<SealedContest> get(ContestId contestId, Supplier<Uni<Long>> entries, Supplier<Uni<SealedContest>> read) {
        return SharedComputation.in(
                kept, contestId, () -> entries.get().chain(count -> reading(contestId, count, read)));
    }

    /** Reads it anew. */
    Uni<SealedContest> reading(ContestId contestId, long entries, Supplier<Uni<SealedContest>> read) {
        return Uni.createFrom().deferred(() -> {
            mustHold(contestId, entries);
            return entries < LARGE ? read.get() : inTurn(entries, read);
        });
    }

    /** @throws Unavailable where it holds fewer */
    void mustHold(ContestId contestId, long entries) {
        if (entries > mostEntries) {
            throw tooLarge(contestId, entries);
        }
    }

    void keep(ContestId contestId, SealedContest contest) {
        kept.put(contestId, CompletableFuture.completedFuture(contest));
    }

    /** In another life of the store others may have entered. */
    void forgetAll() {
        kept.synchronous().invalidateAll();
    }

    void forget(ContestId contestId) {
        kept.synchronous().invalidate(contestId);
    }

    /** Nobody's turn begins before all earlier ones are over: read, failed, or left by whoever wanted it. */
    private Uni<SealedContest> inTurn(long entries, Supplier<Uni<SealedContest>> read) {
        var over = new CompletableFuture<Void>();
        return Uni.createFrom()
                .completionStage(() -> turnBefore(over))
                .chain(before -> {
                    makeRoomFor(entries);
                    return read.get();
                })
                .onTermination()
                .invoke(() -> over.complete(null));
    }

    private synchronized CompletableFuture<Void> turnBefore(CompletableFuture<Void> mine) {
        var before = lastLarge;
        lastLarge = CompletableFuture.allOf(before, mine);
        return before.copy();
    }

    private void makeRoomFor(long entries) {
        var eviction = kept.synchronous().policy().eviction().orElseThrow();
        eviction.setMaximum(Math.max(0, mostEntries * BYTES_OF_AN_ENTRY - entries * BYTES_OF_AN_ENTRY));
        eviction.setMaximum(keptBytes);
    }

    private Unavailable tooLarge(ContestId contestId, long entries) {
        return new Unavailable(
                "contest-too-large",
                "The contest has more entries than this service has memory for",
                String.format(
                        Locale.ROOT,
                        "Contest %s has %,d entries; the heap is large enough for %,d. With a larger one it is sealed and drawn.",
                        contestId,
                        entries,
                        mostEntries));
    }
}
