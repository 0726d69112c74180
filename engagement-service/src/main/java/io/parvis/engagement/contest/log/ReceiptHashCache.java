package io.parvis.engagement.contest.log;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.parvis.contracts.engagement.ContestId;
import io.parvis.engagement.contest.event.ContestEntered;
import io.parvis.engagement.drawing.Receipt;
import io.parvis.eventing.store.StoreLife;
import io.parvis.proofs.Bytes32;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What receipts hold of a contest's promise and rules: hashes that never change, so they are made once. */
@ApplicationScoped
public class ReceiptHashCache {

    private static final int REMEMBERED = 10_000;

    /** @param life of the store: in another one, another text may have become of the same version */
    private record Version(UUID life, ContestId contestId, int rulesVersion) {}

    private record Hashes(Bytes32 publication, Bytes32 rules) {}

    private final Cache<Version, Hashes> known =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final ContestLog log;
    private final StoreLife life;

    ReceiptHashCache(ContestLog log, StoreLife life) {
        this.log = log;
        this.life = life;
    }

    /**
     * Without looking; null where the contest's promise has to be looked for.
     *
     * @param position of the entry in the log
     */
    public @Nullable Receipt knownReceipt(ContestEntered entered, long position) {
        var hashes = known.getIfPresent(version(entered));
        return hashes == null ? null : receipt(entered, position, hashes);
    }

    /** @param position of the entry in the log */
    public Uni<Receipt> receipt(ContestEntered entered, long position) {
        var version = version(entered);
        return log.dossier(version.contestId())
                .map(dossier -> hashes(dossier, version.rulesVersion()))
                .invoke(made -> known.put(version, made))
                .map(hashes -> receipt(entered, position, hashes));
    }

    private Version version(ContestEntered entered) {
        return new Version(life.id(), entered.contestId(), entered.rulesVersion());
    }

    private static Receipt receipt(ContestEntered entered, long position, Hashes hashes) {
        return new Receipt(
                ContestEntries.secret(entered),
                position,
                entered.enteredAt(),
                entered.rulesVersion(),
                hashes.rules(),
                hashes.publication());
    }

    private static Hashes hashes(ContestDossier dossier, int rulesVersion) {
        var publication = dossier.publication();
        if (publication == null) {
            throw new IllegalStateException("No draw was promised for contest " + dossier.contestId());
        }
        return new Hashes(
                publication.sha256(),
                dossier.rules().get(rulesVersion - 1).rules().sha256(dossier.contestId()));
    }
}
