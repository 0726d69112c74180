package io.parvis.engagement.contest.instant;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.drawing.ContestEntries;
import io.parvis.engagement.contest.drawing.ContestFile;
import io.parvis.engagement.contest.drawing.ContestLog;
import io.parvis.engagement.contest.drawing.DrawKeys;
import io.parvis.engagement.contest.drawing.Draws;
import io.parvis.engagement.contest.drawing.Kept;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.draw.InstantProof;
import io.parvis.engagement.draw.InstantProof.Entry;
import io.parvis.engagement.draw.InstantProof.Lapse;
import io.parvis.engagement.draw.Leaf;
import io.parvis.engagement.draw.Moderation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The proofs of instant wins that are over, made from the log; each while it is asked for. */
@ApplicationScoped
public class InstantProofs {

    private static final int KEPT_PROOF_BYTES = 32 << 20;

    private record ProofOf(String contestId, int lapses) {}

    private final AsyncCache<ProofOf, byte[]> proofs = Caffeine.newBuilder()
            .maximumWeight(KEPT_PROOF_BYTES)
            .<ProofOf, byte[]>weigher((contest, bytes) -> bytes.length)
            .buildAsync();
    private final ContestLog log;
    private final Draws draws;
    private final DrawKeys keys;

    InstantProofs(ContestLog log, Draws draws, DrawKeys keys) {
        this.log = log;
        this.draws = draws;
        this.keys = keys;
    }

    /** The proof of one whose seed is revealed, with all lapses up to now. */
    public Uni<byte[]> proof(ContestFile file) {
        var lapsed = new ArrayList<Lapsed>();
        return log.each(
                        ContestTags.prizes(file.contestId()),
                        Long.MAX_VALUE,
                        Set.of(PrizeRedrawn.class),
                        (event, at, position) -> lapsed.add(new Lapsed((PrizeRedrawn) event, at, position)))
                .chain(() -> Kept.in(proofs, new ProofOf(file.contestId(), lapsed.size()), () -> make(file, lapsed)));
    }

    private Uni<byte[]> make(ContestFile file, List<Lapsed> lapsed) {
        var gathering = new Gathering();
        return log.each(
                        ContestTags.all(file.contestId()),
                        file.closedPosition(),
                        Set.of(ContestEntered.class, InstantPrizeWon.class),
                        gathering::add)
                .chain(() -> draws.entries(file))
                .chain(found -> Kept.onWorker(
                        () -> proof(file, gathering, found.moderation(), lapsed).bytes(keys.signing())));
    }

    private static InstantProof proof(
            ContestFile file, Gathering gathered, List<Moderation> moderation, List<Lapsed> lapsed) {
        var wonBy = gathered.wonBy();
        return new InstantProof(
                Objects.requireNonNull(file.publication()),
                file.rules(),
                gathered.entries,
                moderation,
                Objects.requireNonNull(file.closing()),
                Objects.requireNonNull(file.drawn()),
                wonBy,
                lapsed.stream()
                        .map(one -> one.of(wonBy.get(one.event.rank() - 1)))
                        .toList());
    }

    private record Lapsed(PrizeRedrawn event, Instant at, long position) {

        Lapse of(long winner) {
            return new Lapse(event.prize(), winner, at, position, event.reason());
        }
    }

    /** A win names its entry by its id; the proof, by its position. */
    private static final class Gathering {

        private final List<Entry> entries = new ArrayList<>();
        private final List<String> winners = new ArrayList<>();
        private final Map<String, Long> positions = new HashMap<>();

        void add(Object event, Instant at, long position) {
            switch (event) {
                case ContestEntered entered -> {
                    var secret = ContestEntries.secret(entered);
                    entries.add(new Entry(new Leaf(position, secret.leaf(), secret.fan()), entered.enteredAt()));
                    positions.put(entered.entryId(), position);
                }
                case InstantPrizeWon won -> winners.add(won.entryId());
                default -> {}
            }
        }

        List<Long> wonBy() {
            return winners.stream()
                    .map(entry -> Objects.requireNonNull(positions.get(entry)))
                    .toList();
        }
    }
}
