package io.parvis.proofs.key;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A {@link KeyRing} of HMAC keys: new hashes use the first key, searches use each.
 *
 * @param keys the first is in use; one that was given an id stands there a second time under the one that is made
 *     of it
 */
public record HmacKeys(List<HmacKey> keys) {

    private static final KeyRing.KeyParser<HmacKey> FORM = new KeyRing.KeyParser<>() {
        @Override
        public HmacKey read(byte[] bytes) {
            return new HmacKey(bytes);
        }

        @Override
        public String ownId(byte[] bytes) {
            return HmacKey.ownId(bytes);
        }

        @Override
        public String needs() {
            return "keys of at least 32 bytes";
        }
    };

    public HmacKeys {
        keys = List.copyOf(keys);
    }

    /** @param setting its name, for whoever got it wrong */
    public static KeyRing<HmacKey> ring(String setting, String configured) {
        return KeyRing.of(setting, configured, FORM).map(key -> key.key().called(key.id()));
    }

    /**
     * @param setting its name, for whoever got it wrong
     * @param key the ring
     * @param former the rest of it, where it stands in a setting of its own
     */
    public static KeyRing<HmacKey> ring(String setting, String key, Optional<List<String>> former) {
        return ring(
                setting,
                Stream.concat(Stream.of(key), former.orElse(List.of()).stream()).collect(Collectors.joining(",")));
    }

    public static HmacKeys of(KeyRing<HmacKey> ring) {
        var named = ring.keys().stream().map(KeyRing.Named::key);
        var before = ring.keys().stream()
                .filter(key -> !key.id().equals(key.ownId()))
                .map(key -> key.key().called(key.ownId()));
        return new HmacKeys(Stream.concat(named, before).toList());
    }

    /** The key under which something is hidden now. */
    public HmacKey inUse() {
        return keys.getFirst();
    }
}
