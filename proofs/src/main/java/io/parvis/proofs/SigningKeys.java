package io.parvis.proofs;

import io.parvis.proofs.key.KeyRing;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign, will sign or have signed: the first signs, and all are published, so that what a retired key signed
 * is still verified. Of a retired one the public half is enough.
 */
public final class SigningKeys {

    /** @param signing null where only the public half is kept */
    private record Pair(VerifyingKey verifying, @Nullable SigningKey signing) {}

    private static final KeyRing.KeyParser<Pair> FORM = new KeyRing.KeyParser<>() {
        @Override
        public Pair read(byte[] bytes) {
            try {
                var signing = SigningKey.of(bytes);
                return new Pair(signing.verifying(), signing);
            } catch (IllegalArgumentException noPrivateKey) {
                return new Pair(VerifyingKey.of(bytes), null);
            }
        }

        @Override
        public String ownId(byte[] bytes) {
            return read(bytes).verifying().id();
        }

        @Override
        public String needs() {
            return "Ed25519 keys (PKCS #8, or of retired ones X.509 SubjectPublicKeyInfo)";
        }
    };

    private final List<Pair> pairs;
    private final SigningKey inUse;
    private final Map<String, Object> published;

    private SigningKeys(String format, KeyRing<Pair> ring) {
        this.pairs = ring.keys().stream().map(KeyRing.Named::key).toList();
        var first = pairs.getFirst().signing();
        if (first == null) {
            throw new IllegalArgumentException(ring.setting()
                    + " begins with a public key: the first one signs, so it is a private key (PKCS #8)");
        }
        this.inUse = first;
        this.published = signed(format);
    }

    /**
     * @param format that the published set names itself
     * @param setting its name, for whoever got it wrong
     * @throws IllegalArgumentException where it is no ring, or its first key cannot sign
     */
    public static SigningKeys of(String format, String setting, String configured) {
        var ring = KeyRing.of(setting, configured, FORM);
        for (var key : ring.keys()) {
            if (!key.id().equals(key.ownId())) {
                throw new IllegalArgumentException(
                        "%s calls a key %s whose id is %s: signed statements name it so. Write %3$s:base64, or leave the id out"
                                .formatted(setting, key.id(), key.ownId()));
            }
        }
        return new SigningKeys(format, ring);
    }

    /** The key that signs what is signed now. */
    public SigningKey inUse() {
        return inUse;
    }

    /**
     * The key set as it is published, ready to be answered as JSON: signed by every key whose private half is here, so
     * that who trusts the one before trusts the next.
     */
    public Map<String, Object> published() {
        return published;
    }

    private Map<String, Object> signed(String format) {
        var set = new TreeMap<String, Object>(Map.of(
                "format",
                format,
                "inUse",
                inUse.id(),
                "keys",
                pairs.stream().map(pair -> pair.verifying().json()).toList()));
        var bytes = CanonicalJson.bytes(set);
        set.put(
                "signatures",
                signing()
                        .map(key -> Map.of(
                                "keyId", key.id(), "signature", HexFormat.of().formatHex(key.signatureOf(bytes))))
                        .toList());
        return set;
    }

    private Stream<SigningKey> signing() {
        return pairs.stream().map(Pair::signing).filter(Objects::nonNull);
    }
}
