package io.parvis.reputation.mention;

import io.parvis.contracts.presence.BrandId;
import io.parvis.proofs.key.HmacKey;
import io.parvis.proofs.key.HmacKeys;
import io.parvis.proofs.key.KeyRing;
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
         * A key ring (docs/key-rings.md) with secrets of at least 32 bytes. Whoever has one and the log can test a guess, so
         * keep it apart from the database, and for as long as mentions are taken in: without it, those known before would
         * be taken for new, so the service does not start.
         */
        String key();

        /** The rest of the ring, where it does not stand in {@code key}: in base64, with their ids or without. */
        Optional<List<String>> formerKeys();
    }

    private final KeyRing<HmacKey> ring;
    private final HmacKeys keys;

    OriginIndex(Config config) {
        this.ring = HmacKeys.ring("parvis.mention-index.key", config.key(), config.formerKeys());
        this.keys = HmacKeys.of(ring);
    }

    KeyRing<HmacKey> ring() {
        return ring;
    }

    /** What stands in the log for an origin: the id of the key, and the hash under it. */
    public String hidden(BrandId brandId, String source, ExternalId externalId) {
        return keys.inUse().hash(MentionTags.framed(brandId, source, externalId));
    }

    /** The same under each key that was ever used; the present one first. */
    List<String> underEveryKey(BrandId brandId, String source, ExternalId externalId) {
        var origin = MentionTags.framed(brandId, source, externalId);
        return keys.keys().stream().map(key -> key.hash(origin)).toList();
    }
}
