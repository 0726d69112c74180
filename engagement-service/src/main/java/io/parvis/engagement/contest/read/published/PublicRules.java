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

    /** @param file as it was when the version came into force */
    static PublicRules of(ContestDossier file) {
        var inForce = file.rules().getLast();
        var rules = inForce.rules();
        return new PublicRules(
                rules.version(),
                inForce.at(),
                rules.sha256(file.contestId()).hex(),
                rules.document(file.contestId()),
                textInForce(file));
    }

    static String textInForce(ContestDossier file) {
        return Objects.requireNonNull(file.life().inForce()).rules().officialRules();
    }
}
