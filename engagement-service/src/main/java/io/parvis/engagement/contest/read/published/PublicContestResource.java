package io.parvis.engagement.contest.read.published;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.web.PublicAnswers;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.engagement.contest.instant.InstantProofs;
import io.parvis.engagement.contest.log.ContestDossier;
import io.parvis.engagement.drawing.DrawCalculator;
import io.parvis.engagement.drawing.DrawKeys;
import io.parvis.engagement.drawing.PublicProof;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/public/contests/{contestId}")
@Tag(name = "Public")
@Produces(MediaType.APPLICATION_JSON)
@ReadsFrom({"engagement.seal-entries", "engagement.reveal-moments"})
class PublicContestResource {

    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,8}");

    /** What is published, closed, drawn or cancelled shows so soon everywhere. */
    private static final Duration A_MOMENT = Duration.ofSeconds(10);

    /** As long as caches keep anything. */
    private static final Duration FOR_GOOD = Duration.ofDays(365);

    private final PublishedContests contests;
    private final DrawCalculator draws;
    private final InstantProofs instant;
    private final DrawKeys keys;
    private final PublicAnswers answers;

    PublicContestResource(
            PublishedContests contests,
            DrawCalculator draws,
            InstantProofs instant,
            DrawKeys keys,
            PublicAnswers answers) {
        this.contests = contests;
        this.draws = draws;
        this.instant = instant;
        this.keys = keys;
        this.answers = answers;
    }

    @GET
    @Allowed.ToEverybody
    @Operation(
            summary = "What everybody may know of a contest",
            description =
                    "Its rules, where each version of them is read, the promise of its draw, and once it is closed"
                            + " which entries take part, as one hash. Caches may keep it for 10 s. No token is needed."
                            + " Drafts are not found.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PublicContest.class)))
    public Uni<Response> read(String contestId) {
        return contests.newest(contestId)
                .map(dossier -> answers.of(PublicContest.of(dossier, keys.signing()), A_MOMENT));
    }

    @GET
    @Allowed.ToEverybody
    @Path("rules/{version}")
    @Operation(
            summary = "One version of a contest's rules",
            description =
                    "What receipts given under it hold the hash of, and the text. It never changes: caches may keep"
                            + " it for a year. No token is needed.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PublicRules.class)))
    @APIResponse(responseCode = "404", description = "`contest-not-found`, `rules-not-found`")
    public Uni<Response> rules(String contestId, String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new NotFound("rules");
        }
        int number = Integer.parseInt(version);
        return contests.asOf(contestId, number).map(dossier -> {
            if (dossier.rules().getLast().rules().version() != number) {
                throw new NotFound("rules");
            }
            return answers.of(PublicRules.of(dossier), FOR_GOOD);
        });
    }

    @GET
    @Allowed.ToEverybody
    @Path("proof")
    @Operation(
            summary = "The proof of a draw or of an instant win",
            description =
                    "Canonical JSON, to be verified byte by byte: see docs/draw-proof.md. It is made while it is sent,"
                            + " some 170 bytes an entry; one that breaks off is no JSON. It grows with each redraw or lapse. Of an instant win it comes a moment after the closing, with all winning"
                            + " moments and the seed that they follow from. Caches may keep it for 10 s. No token is needed.")
    @APIResponse(
            responseCode = "200",
            description = "`parvis-draw-proof-1` or `parvis-instant-win-proof-1`",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(type = SchemaType.OBJECT, additionalProperties = Schema.True.class)))
    @APIResponse(responseCode = "404", description = "`contest-not-found`, `draw-not-made`, `moments-not-revealed`")
    @APIResponse(
            responseCode = "503",
            description = "`contest-too-large`: it has more entries than the service has memory for")
    @RunOnVirtualThread
    public Response proof(String contestId) {
        // Megabytes, where many took part: made while it is sent, as fast as whoever asks takes it.
        var proof = contests.newest(contestId).chain(this::proof).await().indefinitely();
        return answers.streamed(proof.fingerprint().hex(), proof.writer()::writeTo, A_MOMENT);
    }

    private Uni<PublicProof> proof(ContestDossier dossier) {
        if (dossier.drawn() == null) {
            throw dossier.life().isInstantWin() ? new MomentsNotRevealed() : new DrawNotMade();
        }
        return dossier.life().isInstantWin() ? instant.proof(dossier) : draws.proof(dossier);
    }
}
