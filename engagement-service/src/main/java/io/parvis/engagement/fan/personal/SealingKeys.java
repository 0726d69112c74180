package io.parvis.engagement.fan.personal;

import io.parvis.proofs.key.HmacKey;
import io.parvis.proofs.key.KeyRing;
import org.jspecify.annotations.Nullable;

/** A ring of keys under which contents are encrypted: what is sealed now is sealed under the first. */
public final class SealingKeys {

    private static final KeyRing.KeyParser<byte[]> FORM = new KeyRing.KeyParser<>() {
        @Override
        public byte[] read(byte[] bytes) {
            if (bytes.length != Sealing.KEY_BYTES) {
                throw new IllegalArgumentException("not " + Sealing.KEY_BYTES + " bytes");
            }
            return bytes;
        }

        @Override
        public String ownId(byte[] bytes) {
            return HmacKey.ownId(bytes);
        }

        @Override
        public String needs() {
            return "keys of " + Sealing.KEY_BYTES + " bytes";
        }
    };

    private final KeyRing<byte[]> ring;

    private SealingKeys(KeyRing<byte[]> ring) {
        this.ring = ring;
    }

    /** @param setting its name, for whoever got it wrong */
    public static SealingKeys of(String setting, String configured) {
        return new SealingKeys(KeyRing.of(setting, configured, FORM));
    }

    /** The same ring, of keys that are made of its own. */
    public static SealingKeys derived(KeyRing<byte[]> ring) {
        return new SealingKeys(ring);
    }

    public KeyRing<byte[]> ring() {
        return ring;
    }

    /** The id of the key that {@link #seal} uses: to be kept beside what it makes. */
    public String idInUse() {
        return ring.inUse().id();
    }

    /** @param belongsTo what it is and whose; it must be told again to open it */
    public byte[] seal(byte[] content, String... belongsTo) {
        return Sealing.seal(ring.inUse().key(), content, belongsTo);
    }

    /**
     * Opens what was sealed under any of the keys.
     *
     * @param keyId null where it was sealed before keys had ids
     * @throws io.parvis.proofs.key.KeyIsMissing where the ring lacks the key
     * @throws Sealing.CannotBeOpened where it belongs elsewhere, or was changed
     */
    public byte[] open(@Nullable String keyId, byte[] sealed, String... belongsTo) {
        var keys = ring.keysThatMade(keyId);
        for (var key : keys.subList(0, keys.size() - 1)) {
            try {
                return Sealing.open(key, sealed, belongsTo);
            } catch (Sealing.CannotBeOpened underAnother) {
                // The next one may be the one that made it.
            }
        }
        return Sealing.open(keys.getLast(), sealed, belongsTo);
    }
}
