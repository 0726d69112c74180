package io.parvis.eventing.secret;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key ring: what is hidden now is hidden under the first key, what is looked for is looked for under each. Another key
 * takes over in two steps, so that no process meets what it cannot find: first every process has it among the others,
 * then each has it first.
 *
 * @param keys the first is in use
 */
public record HashKeys(List<HashKey> keys) {

    public HashKeys {
        keys = List.copyOf(keys);
    }

    /**
     * @param setting its name, for whoever got it wrong
     * @param key in use, in base64
     * @param former used before, or by others soon, in base64
     */
    public static HashKeys of(String setting, String key, Optional<List<String>> former) {
        return new HashKeys(Stream.concat(Stream.of(key), former.orElse(List.of()).stream())
                .map(configured -> key(setting, configured))
                .toList());
    }

    private static HashKey key(String setting, String configured) {
        try {
            return new HashKey(Base64.getDecoder().decode(configured.strip()));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(setting + " needs keys of at least 32 bytes in base64", unusable);
        }
    }

    /** The key under which something is hidden now. */
    public HashKey inUse() {
        return keys.getFirst();
    }
}
