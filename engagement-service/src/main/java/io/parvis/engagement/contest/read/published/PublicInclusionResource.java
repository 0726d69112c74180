package io.parvis.engagement.contest.read.published;

import io.parvis.edge.access.Allowed;
import io.parvis.edge.problem.NotFound;
import io.parvis.edge.web.PublicAnswers;
import io.parvis.edge.web.ReadsFrom;
import io.parvis.edge.web.WorkerThread;
import io.parvis.engagement.contest.log.ContestDossier;
import io.parvis.engagement.drawing.DrawCalculator;
import io.parvis.engagement.drawing.Entries;
import io.parvis.engagement.drawing.Inclusion;
import io.parvis.proofs.Bytes32;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/public/contests/{contestId}/inclusion/{leaf}")
@Tag(name = "Public")
@Produces(MediaType.APPLICATION_JSON)
@ReadsFrom({"engagement.seal-entries", "engagement.reveal-moments"})
class PublicInclusionResource {

    /** Which entries take part never changes once it is sealed. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final PublishedContests contests;
    private final DrawCalculator draws;
    private final PublicAnswers answers;

    PublicInclusionResource(PublishedContests contests, DrawCalculator draws, PublicAnswers answers) {
        this.contests = contests;
        this.draws = draws;
        this.answers = answers;
    }

    @GET
    @Allowed.ToEverybody
    @Operation(
            summary = "That an entry takes part",
            description = "From the closing on, by the leaf of a receipt: the path from there to the root"
                    + " (`parvis-draw-inclusion-1`). Caches may keep it for a day. No token is needed.")
    @APIResponse(
            responseCode = "200",
            description = "`parvis-draw-inclusion-1`",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = InclusionShown.class)))
    @APIResponse(
            responseCode = "404",
            description =
                    "`contest-not-found`, `inclusion-not-found`: the entries are not sealed yet, or this is none of"
                            + " them")
    @APIResponse(
            responseCode = "503",
            description = "`contest-too-large`: it has more entries than the service has memory for")
    public Uni<Response> inclusion(String contestId, String leaf) {
        var asked = leaf(leaf);
        return contests.newest(contestId).chain(dossier -> {
            if (dossier.closing() == null) {
                throw new NotFound("inclusion");
            }
            // A million leaves are looked through, and a block of them is hashed.
            return draws.entries(dossier)
                    .chain(entries -> WorkerThread.run(() -> answers.of(inclusion(dossier, entries, asked), A_DAY)));
        });
    }

    /**
     * What is answered, for the document alone; the form is that of the proof.
     *
     * @param path from the leaf up
     */
    @Schema(name = "Inclusion")
    record InclusionShown(
            String format,
            String contest,
            EntryShown entry,
            int index,
            int size,
            String merkleRoot,
            List<String> path) {

        /** The leaf; all in lower-case hex. */
        @Schema(name = "InclusionEntry")
        record EntryShown(String leaf, String fan, long position) {}
    }

    private static Map<String, Object> inclusion(ContestDossier dossier, Entries entries, Bytes32 asked) {
        var leaves = entries.leaves();
        for (var index = 0; index < leaves.size(); index++) {
            if (leaves.get(index).leaf().equals(asked)) {
                return Inclusion.of(dossier.contestId(), entries.tree(), leaves.get(index), index)
                        .json();
            }
        }
        throw new NotFound("inclusion");
    }

    private static Bytes32 leaf(String text) {
        try {
            return Bytes32.parse(text);
        } catch (IllegalArgumentException notAHash) {
            throw new NotFound("inclusion");
        }
    }
}
