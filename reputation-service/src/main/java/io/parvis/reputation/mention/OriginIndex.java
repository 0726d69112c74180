package io.parvis.reputation.mention;

import io.parvis.eventing.secret.HashKeys;
import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

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
         * database, and for as long as mentions are taken in: without it, those known before are taken for new. Before
         * another one stands here, all replicas must have it among the former ones.
         */
        String key();

        /**
         * Keys used before, and one that is to be used next, in base64, separated by commas: what is hidden under them is
         * recognised.
         */
        Optional<List<String>> formerKeys();
    }

    private final HashKeys keys;

    OriginIndex(Config config) {
        this.keys = HashKeys.of("parvis.mention-index", config.key(), config.formerKeys());
    }

    /** What stands in the log for an origin: the id of the key, and the hash under it. */
    public String hidden(String brandId, String source, String externalId) {
        return keys.inUse().hash(MentionTags.framed(brandId, source, externalId));
    }

    /** The same under each key that was ever used; the present one first. */
    List<String> underEveryKey(String brandId, String source, String externalId) {
        var origin = MentionTags.framed(brandId, source, externalId);
        return keys.keys().stream().map(key -> key.hash(origin)).toList();
    }
}
