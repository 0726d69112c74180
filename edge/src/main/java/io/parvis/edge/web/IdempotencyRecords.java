package io.parvis.edge.web;

import io.parvis.eventing.command.Idempotency;
import io.parvis.eventing.command.Idempotency.RecordTag;
import io.parvis.proofs.key.HmacKey;
import io.parvis.proofs.key.HmacKeys;
import io.quarkus.runtime.Startup;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Knows the record of an {@code Idempotency-Key} again without keeping the key, nor the body that came with it: keys are
 * often made of what names a person, bodies hold it, and the log is for ever.
 */
@ApplicationScoped
@Startup
public class IdempotencyRecords {

    /** How records of idempotency keys are hidden. */
    @ConfigMapping(prefix = "parvis.idempotency-records")
    interface Config {

        /**
         * A key ring (docs/key-rings.md) with secrets of at least 32 bytes, the same in every process of a service. Whoever
         * has one and the log can test a guess, so keep it apart from the database; without it, requests answered before
         * are taken for new. A key may go 30 days after another one took over.
         */
        String key();

        /** The rest of the ring, where it does not stand in {@code key}: in base64, with their ids or without. */
        Optional<List<String>> formerKeys();

        /**
         * Whether records are still made as the release before made them, unkeyed. Only while replicas of that release
         * serve beside this one: they do not find others.
         */
        @WithDefault("false")
        boolean writeFormerForm();
    }

    private final HmacKeys keys;
    private final boolean writeFormerForm;

    IdempotencyRecords(Config config) {
        this.keys = HmacKeys.of(HmacKeys.ring("parvis.idempotency-records.key", config.key(), config.formerKeys()));
        this.writeFormerForm = config.writeFormerForm();
    }

    Idempotency of(KeyedRequest request) {
        var bodyHash = HexFormat.of().formatHex(request.bodyHash());
        var recordTags = new ArrayList<RecordTag>();
        keys.keys().forEach(key -> recordTags.add(mark(key, request, bodyHash)));
        recordTags.add(writeFormerForm ? 0 : recordTags.size(), LegacyIdempotencyRecords.mark(request));
        return new Idempotency(recordTags, true);
    }

    /** The body's digest is of this request alone: that two people sent the same is nobody's business. */
    private static RecordTag mark(HmacKey key, KeyedRequest request, String bodyHash) {
        var scoped = request.scoped();
        return new RecordTag(key.hash("record\n" + scoped), () -> key.hash("body\n" + bodyHash + "\n" + scoped));
    }
}
