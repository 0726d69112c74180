package io.parvis.engagement.contest.read.published;

import io.parvis.engagement.contest.log.ContestDossier;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One version of a contest's rules, which never changes.
 *
 * @param document what the hash is of, as canonical JSON
 * @param officialRules whose hash stands in the document
 */
@Schema(name = "PublicContestRules")
record PublicRules(int version, Instant since, String sha256, Map<String, Object> document, String officialRules) {

    /** @param dossier as it was when the version came into force */
    static PublicRules of(ContestDossier dossier) {
        var inForce = dossier.rules().getLast();
        var rules = inForce.rules();
        return new PublicRules(
                rules.version(),
                inForce.at(),
                rules.sha256(dossier.contestId()).hex(),
                rules.document(dossier.contestId()),
                textInForce(dossier));
    }

    static String textInForce(ContestDossier dossier) {
        return Objects.requireNonNull(dossier.life().inForce()).rules().officialRules();
    }
}
