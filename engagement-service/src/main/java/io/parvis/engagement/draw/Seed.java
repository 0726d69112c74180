package io.parvis.engagement.draw;

/**
 * The secret that, with the beacon, decides a draw: made by the service when a contest is published, committed to at
 * once and revealed with the outcome. Whoever keeps it encrypts it; its text form says nothing.
 */
public final class Seed {

    private final Bytes32 secret;

    private Seed(Bytes32 secret) {
        this.secret = secret;
    }

    /** A new one, from the system's secure random source. */
    public static Seed fresh() {
        return new Seed(Bytes32.fresh());
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

    byte[] bytes() {
        return secret.bytes();
    }

    @Override
    public String toString() {
        return "Seed[committed as " + commitment() + "]";
    }
}
