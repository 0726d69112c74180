package io.parvis.engagement.contest.drawing;

import io.parvis.engagement.draw.Seed;
import io.parvis.engagement.draw.SigningKey;
import io.parvis.engagement.fan.personal.Sealing;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The secrets of draws: the key that signs, and the key under which seeds are kept until they are revealed. */
@ApplicationScoped
public class DrawKeys {

    /** How draws are signed and seeds are kept. */
    @ConfigMapping(prefix = "parvis.draw")
    interface Config {

        /** The Ed25519 private key that signs receipts, closings and proofs: PKCS #8 in base64. */
        String signingKey();

        /** Its public key: X.509 SubjectPublicKeyInfo in base64. Publish it where strangers find it by themselves. */
        String publicKey();

        /**
         * 32 bytes of secret, in base64, under which seeds are encrypted. Whoever has it and the log can foresee draws
         * without a beacon; whoever loses it can draw no contest that is published.
         */
        String seedKey();
    }

    private static final String SEED = "draw seed";

    private final SigningKey signingKey;
    private final byte[] seedKey;

    DrawKeys(Config config) {
        this.signingKey = SigningKey.parse(config.signingKey(), config.publicKey());
        this.seedKey = Base64.getDecoder().decode(config.seedKey());
        if (seedKey.length != Sealing.KEY_BYTES) {
            throw new IllegalArgumentException("parvis.draw.seed-key must be 32 bytes in base64");
        }
    }

    public SigningKey signing() {
        return signingKey;
    }

    /** In base64, readable for that contest alone. */
    public String seal(Seed seed, String contestId) {
        var content = seed.reveal().getBytes(StandardCharsets.US_ASCII);
        return Base64.getEncoder().encodeToString(Sealing.seal(seedKey, content, SEED, contestId));
    }

    /** @throws IllegalStateException where it was sealed under another key, or for another contest */
    public Seed open(String sealed, String contestId) {
        var content = Sealing.open(seedKey, Base64.getDecoder().decode(sealed), SEED, contestId);
        return Seed.parse(new String(content, StandardCharsets.US_ASCII));
    }
}
