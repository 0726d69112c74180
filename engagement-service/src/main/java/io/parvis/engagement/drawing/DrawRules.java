package io.parvis.engagement.drawing;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.proofs.Bytes32;
import io.parvis.proofs.CanonicalJson;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of a contest's rules, as the public sees them. Its hash stands in every receipt given under it.
 *
 * @param version 1, 2, 3 without gaps
 * @param officialRulesSha256 of the text that people agree to, in UTF-8
 * @param terms whatever else the rules say (countries, frequency, caps), as JSON: maps with string keys, lists, strings,
 *     numbers, booleans. It is published: no fan's id, no name. Amounts of money are best strings.
 */
public record DrawRules(
        int version,
        Instant opensAt,
        Instant closesAt,
        Bytes32 officialRulesSha256,
        List<DrawPrize> prizes,
        Map<String, Object> terms) {

    /**
     * A version and the event that put it in force.
     *
     * @param at when the store recorded it
     * @param position where
     */
    public record InForce(DrawRules rules, Instant at, long position) {

        Map<String, Object> json(ContestId contest) {
            return Map.of(
                    "document", rules.document(contest),
                    "sha256", rules.sha256(contest).hex(),
                    "since", Map.of("at", at.toString(), "position", position));
        }
    }

    /** As published: what {@link #sha256} is of. */
    public Map<String, Object> document(ContestId contest) {
        return new TreeMap<>(Map.of(
                "closesAt", closesAt.toString(),
                "contest", contest.value(),
                "officialRulesSha256", officialRulesSha256.hex(),
                "opensAt", opensAt.toString(),
                "prizes", prizes.stream().map(DrawPrize::json).toList(),
                "terms", terms,
                "version", version));
    }

    /**
     * What a receipt holds of it.
     *
     * @throws IllegalArgumentException for terms that are no JSON, or numbers that a double does not hold
     */
    public Bytes32 sha256(ContestId contest) {
        return CanonicalJson.sha256(document(contest));
    }
}
