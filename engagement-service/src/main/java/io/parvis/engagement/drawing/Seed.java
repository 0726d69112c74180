package io.parvis.engagement.drawing;

import io.parvis.proofs.Bytes32;
import io.parvis.proofs.Sha256;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that, with the beacon, decides a draw: made by the service when a contest is published, committed to at
 * once and revealed with the outcome. Whoever keeps it encrypts it; its text form says nothing.
 */
public final class Seed {

    private static final String HMAC = "HmacSHA256";

    private final Bytes32 secret;

    private Seed(Bytes32 secret) {
        this.secret = secret;
    }

    /** A new one, from the system's secure random source. */
    public static Seed fresh() {
        return new Seed(Secrets.fresh());
    }

    /**
     * One that was kept.
     *
     * @throws IllegalArgumentException for anything but 64 lower-case hex digits
     */
    public static Seed parse(String hex) {
        return new Seed(Bytes32.parse(hex));
    }

    /** SHA-256 of the 32 bytes: what is published before the first entry. */
    public Bytes32 commitment() {
        return Sha256.of(secret.bytes());
    }

    /** To be kept encrypted, and published only with the outcome. */
    public String reveal() {
        return secret.hex();
    }

    /** HMAC-SHA-256 with the 32 bytes as its key: what draws and winning moments are made with. */
    Mac mac() {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.bytes(), HMAC));
            return mac;
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "Seed[committed as " + commitment() + "]";
    }
}
