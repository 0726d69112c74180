package io.parvis.engagement.contest.instant;

import io.parvis.engagement.contest.ContestTags;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.contest.event.InstantPrizeWon;
import io.parvis.engagement.contest.event.PrizeRedrawn;
import io.parvis.engagement.contest.log.ContestDossier;
import io.parvis.engagement.contest.log.ContestEntries;
import io.parvis.engagement.contest.log.ContestLog;
import io.parvis.engagement.drawing.DrawCalculator;
import io.parvis.engagement.drawing.DrawKeys;
import io.parvis.engagement.drawing.InstantProof;
import io.parvis.engagement.drawing.InstantProof.Entry;
import io.parvis.engagement.drawing.InstantProof.Lapse;
import io.parvis.engagement.drawing.Leaf;
import io.parvis.engagement.drawing.PublicProof;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The proofs of instant wins that are over, made from the log while they are sent. */
@ApplicationScoped
public class InstantProofs {

    private final ContestLog log;
    private final DrawCalculator draws;
    private final DrawKeys keys;

    InstantProofs(ContestLog log, DrawCalculator draws, DrawKeys keys) {
        this.log = log;
        this.draws = draws;
        this.keys = keys;
    }

    private record Lapsed(PrizeRedrawn event, Instant at, long position) {

        Lapse of(long winner) {
            return new Lapse(event.prize(), winner, at, position, event.reason());
        }

        List<?> facts() {
            return List.of(event.prize(), event.rank(), at.toString(), position, event.reason());
        }
    }

    /** The proof of one whose seed is revealed, with all lapses up to now. */
    public Uni<PublicProof> proof(ContestDossier dossier) {
        draws.mustHold(dossier);
        var lapsed = new ArrayList<Lapsed>();
        return log.each(
                        ContestTags.prizes(dossier.contestId()),
                        Long.MAX_VALUE,
                        Set.of(PrizeRedrawn.class),
                        (event, at, position) -> lapsed.add(new Lapsed((PrizeRedrawn) event, at, position)))
                .map(read -> new PublicProof(
                        InstantProof.fingerprint(
                                Objects.requireNonNull(dossier.closing()),
                                Objects.requireNonNull(dossier.drawn()),
                                lapsed.stream().map(Lapsed::facts),
                                keys.signing()),
                        target -> write(dossier, lapsed, target)));
    }

    /** Entries are not held: they are read while they are written, and winners are found among them. */
    private void write(ContestDossier dossier, List<Lapsed> lapsed, OutputStream target) throws IOException {
        var winners = new Winners();
        log.each(
                        ContestTags.instantWins(dossier.contestId()),
                        Long.MAX_VALUE,
                        Set.of(InstantPrizeWon.class),
                        (event, at, position) -> winners.won(((InstantPrizeWon) event).entryId()))
                .await()
                .indefinitely();
        var moderation = draws.entries(dossier).await().indefinitely().moderation();
        new InstantProof(
                        Objects.requireNonNull(dossier.publication()),
                        dossier.rules(),
                        entries(dossier, winners),
                        moderation,
                        Objects.requireNonNull(dossier.closing()),
                        Objects.requireNonNull(dossier.drawn()),
                        winners.positions(),
                        winners.map(lapsed, one -> one.event.rank(), Lapsed::of))
                .writeTo(target, keys.signing());
    }

    private Iterable<Entry> entries(ContestDossier dossier, Winners winners) {
        return log.through(
                ContestTags.all(dossier.contestId()),
                dossier.closedPosition(),
                Set.of(ContestEntered.class),
                (event, at, position) -> {
                    var entered = (ContestEntered) event;
                    winners.stands(entered.entryId(), position);
                    var secret = ContestEntries.secret(entered);
                    return new Entry(new Leaf(position, secret.leaf(), secret.fan()), entered.enteredAt());
                });
    }
}
