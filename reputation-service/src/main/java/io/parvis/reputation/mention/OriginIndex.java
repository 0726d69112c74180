package io.parvis.reputation.mention;

import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Knows a mention again by its source and external id without keeping them, since they usually name its author. The
 * keys outlive what is erased: a feed that brings an erased mention back is recognised.
 */
@ApplicationScoped
@Startup
public class OriginIndex {

    /** How origins of mentions are hidden. */
    @ConfigMapping(prefix = "parvis.mention-index")
    interface Config {

        /**
         * At least 32 bytes of secret, in base64. Whoever has it and the log can test a guess, so keep it apart from the
         * database, and for as long as mentions are taken in: without it, those known before are taken for new.
         */
        String key();

        /** Keys used before, in base64, separated by commas: what was hidden under them is still recognised. */
        Optional<List<String>> formerKeys();
    }

    private final List<OriginKey> keys;

    OriginIndex(Config config) {
        this.keys = Stream.concat(Stream.of(config.key()), config.formerKeys().orElse(List.of()).stream())
                .map(OriginIndex::key)
                .toList();
    }

    private static OriginKey key(String configured) {
        try {
            return new OriginKey(Base64.getDecoder().decode(configured.strip()));
        } catch (IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "parvis.mention-index needs keys of at least 32 bytes in base64", unusable);
        }
    }

    /** What stands in the log for an origin: the id of the key, and the hash under it. */
    public String hidden(String brandId, String source, String externalId) {
        return keys.getFirst().hidden(brandId, source, externalId);
    }

    /** The same under each key that was ever used; the present one first. */
    List<String> underEveryKey(String brandId, String source, String externalId) {
        return keys.stream().map(key -> key.hidden(brandId, source, externalId)).toList();
    }
}
