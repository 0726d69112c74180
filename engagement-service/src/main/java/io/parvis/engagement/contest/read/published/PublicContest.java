package io.parvis.engagement.contest.read.published;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.engagement.contest.ContestState;
import io.parvis.engagement.contest.log.ContestDossier;
import io.parvis.engagement.drawing.DrawRules;
import io.parvis.proofs.SigningKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A contest as everybody sees it: what was promised, the rules, and once it is closed which entries take part.
 *
 * @param rulesVersion that in force
 * @param officialRules the text of that version
 * @param rules every version that was ever in force, in order; what each says is read apart
 * @param seedCommitment SHA-256 of the seed: write it down before the draw
 * @param publication what every receipt holds the hash of ({@code parvis-draw-publication-1})
 * @param merkleRoot over the entries that take part, once closed: write it down before the draw
 * @param size how many entries take part, once closed
 * @param closing the signed statement of the closing ({@code parvis-draw-closing-1}), once closed
 * @param publicKey what receipts, closing and proof are signed with now: Ed25519, 32 bytes in hexadecimal; others, with which
 *     some were signed before, stand in {@code /v1/public/draw-keys}
 */
@Schema(name = "PublicContest")
record PublicContest(
        String contestId,
        String name,
        ContestState state,
        int rulesVersion,
        String officialRules,
        List<Version> rules,
        @Nullable String seedCommitment,
        @Nullable Map<String, Object> publication,
        @Nullable String merkleRoot,
        @Nullable Integer size,
        @Nullable Map<String, Object> closing,
        String keyId,
        String publicKey,
        @Nullable String cancelledBecause) {

    /**
     * @param sha256 of what it says: it stands in every receipt given under it
     * @param href where it is read
     */
    @Schema(name = "PublicContestRulesVersion")
    record Version(int version, Instant since, String sha256, String href) {

        static Version of(String contestId, DrawRules.InForce inForce) {
            var rules = inForce.rules();
            return new Version(
                    rules.version(),
                    inForce.at(),
                    rules.sha256(new ContestId(contestId)).hex(),
                    "/v1/public/contests/%s/rules/%d".formatted(contestId, rules.version()));
        }
    }

    static PublicContest of(ContestDossier dossier, SigningKey key) {
        var publication = dossier.publication();
        var closing = dossier.closing();
        var rules = dossier.rules().getLast().rules();
        return new PublicContest(
                dossier.contestId().value(),
                String.valueOf(rules.terms().get("name")),
                dossier.life().state(),
                rules.version(),
                PublicRules.textInForce(dossier),
                dossier.rules().stream()
                        .map(version -> Version.of(dossier.contestId().value(), version))
                        .toList(),
                publication == null ? null : publication.seedCommitment().hex(),
                publication == null ? null : publication.json(),
                closing == null ? null : closing.merkleRoot().hex(),
                closing == null ? null : closing.size(),
                closing == null ? null : closing.signed(key),
                key.id(),
                key.publicKey(),
                dossier.cancelledBecause());
    }
}
