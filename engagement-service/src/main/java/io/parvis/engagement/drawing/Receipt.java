package io.parvis.engagement.drawing;

import io.parvis.proofs.Bytes32;
import io.parvis.proofs.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an entrant gets: the service's word that this entry stands at this position, under these rules and this seed's
 * commitment. It proves an omission as well as an inclusion.
 *
 * @param secret what the leaf is made of; it is the entrant's
 * @param position of the entry in the event store
 * @param at when the entry was decided, by which the rules judged it; the store records it a moment later
 * @param rulesVersion the version in force then
 * @param rulesSha256 {@link DrawRules#sha256}
 * @param publicationSha256 {@link Publication#sha256()}
 */
public record Receipt(
        EntrySecret secret,
        long position,
        Instant at,
        int rulesVersion,
        Bytes32 rulesSha256,
        Bytes32 publicationSha256) {

    static final String FORMAT = "parvis-draw-receipt-1";

    /** All but what {@link ReceiptBatch} adds: what the leaf of the batch is over. */
    TreeMap<String, Object> facts(String keyId) {
        var facts = new TreeMap<String, Object>();
        facts.put("at", at.toString());
        facts.put("contest", secret.contest().value());
        facts.put("entry", secret.entry().value());
        facts.put("fan", secret.fan().hex());
        facts.put("format", FORMAT);
        facts.put("keyId", keyId);
        facts.put("leaf", secret.leaf().hex());
        facts.put("position", position);
        facts.put("publicationSha256", publicationSha256.hex());
        facts.put("rulesSha256", rulesSha256.hex());
        facts.put("rulesVersion", rulesVersion);
        facts.put("salt", secret.salt().hex());
        return facts;
    }

    /** Signed by itself, as a batch of one. */
    public Map<String, Object> signed(SigningKey key) {
        return ReceiptBatch.signed(List.of(this), key).getFirst();
    }
}
