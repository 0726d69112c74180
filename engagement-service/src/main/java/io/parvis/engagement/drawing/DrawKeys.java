package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.engagement.fan.personal.SealingKeys;
import io.parvis.proofs.SigningKey;
import io.parvis.proofs.SigningKeys;
import io.parvis.proofs.VerifyingKey;
import io.parvis.proofs.key.KeyRing;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The secrets of draws: the keys that sign, and the keys under which seeds are kept until they are revealed. */
@ApplicationScoped
public class DrawKeys {

    /** How draws are signed and seeds are kept. */
    @ConfigMapping(prefix = "parvis.draw")
    public interface Config {

        /**
         * A key ring (docs/key-rings.md) of Ed25519 keys: the first one signs receipts, closings and proofs, PKCS #8; the
         * others are published beside it, those that are retired as X.509 SubjectPublicKeyInfo. A key's id is made of it.
         */
        String signingKey();

        /**
         * The public half of the key that signs, X.509 SubjectPublicKeyInfo in base64. It may be left out; where it is
         * another key's, the service does not start.
         */
        Optional<String> publicKey();

        /**
         * A key ring (docs/key-rings.md) of 32 bytes each: seeds are encrypted under the first. Whoever has one and the log
         * can foresee draws without a beacon; whoever loses it can draw no contest that was published under it. A key may
         * go once all those are drawn.
         */
        String seedKey();
    }

    /** Of the set of keys that is published. */
    private static final String FORMAT = "parvis-draw-keys-1";

    private static final String SIGNING = "parvis.draw.signing-key";
    private static final String SEALING = "parvis.draw.seed-key";
    private static final String SEED = "draw seed";

    private final SigningKeys signing;
    private final SealingKeys sealing;

    public DrawKeys(Config config) {
        this.signing = SigningKeys.of(FORMAT, SIGNING, config.signingKey());
        this.sealing = SealingKeys.of(SEALING, config.seedKey());
        config.publicKey().ifPresent(this::mustBelong);
    }

    private void mustBelong(String publicKey) {
        var given = VerifyingKey.of(Base64.getDecoder().decode(publicKey.strip()));
        if (!given.equals(signing.inUse().verifying())) {
            throw new IllegalArgumentException(
                    "parvis.draw.public-key is not that of the first key of %s: leave it out, or give that of %s"
                            .formatted(SIGNING, signing.inUse().id()));
        }
    }

    /** The key that signs now. */
    public SigningKey signing() {
        return signing.inUse();
    }

    /** All keys that a signature may be verified with, as they are published. */
    public Map<String, Object> published() {
        return signing.published();
    }

    /** The keys that keep seeds. */
    public KeyRing<byte[]> sealing() {
        return sealing.ring();
    }

    /** Readable for that contest alone. */
    public SealedSeed seal(Seed seed, ContestId contestId) {
        var content = seed.reveal().getBytes(StandardCharsets.US_ASCII);
        return new SealedSeed(
                Base64.getEncoder().encodeToString(sealing.seal(content, SEED, contestId.value())), sealing.idInUse());
    }

    /** @throws IllegalStateException where the key is missing, or it was sealed for another contest */
    public Seed open(SealedSeed sealed, ContestId contestId) {
        var content = sealing.open(sealed.keyId(), Base64.getDecoder().decode(sealed.text()), SEED, contestId.value());
        return Seed.parse(new String(content, StandardCharsets.US_ASCII));
    }
}
