package io.parvis.engagement.contest.write.moderate;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.json.OptionalBody;
import io.parvis.edge.value.Ids;
import io.parvis.edge.value.Prose;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.drawing.EntryId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/v1/brands/{brandId}/contests/{contestId}/entries/{entryId}")
@Tag(name = "Contests")
class ModerateEntryResource {

    private final Answers answers;
    private final EntryLocator entries;

    ModerateEntryResource(Answers answers, EntryLocator entries) {
        this.answers = answers;
        this.entries = entries;
    }

    /** @param reason it is published with the draw: nothing personal */
    @Schema(name = "EntryInvalidation")
    record Invalidation(@NotBlank @Prose @Size(max = 2000) String reason) {}

    /** @param reason it is published with the draw: nothing personal; empty where absent */
    @OptionalBody
    @Schema(name = "EntryReinstatement")
    record Reinstatement(@Nullable @Prose @Size(max = 2000) String reason) {}

    @POST
    @Allowed({Role.MODERATOR, Role.ADMIN})
    @Path("invalidate")
    @Operation(
            summary = "Take an entry out of the draw",
            description =
                    "Until the contest closes. The entry stays on record, and the reason is published with the draw:"
                            + " it must hold nothing personal. Takes the role moderator or admin.")
    @APIResponse(responseCode = "204", description = "It takes no part.")
    @APIResponse(
            responseCode = "409",
            description = "`contest-is-closed`, `contest-is-cancelled`, `entry-already-invalid`,"
                    + " `entry-has-won` (on the spot)")
    public Uni<Response> invalidate(String brandId, String contestId, String entryId, @NotNull Invalidation body) {
        return moderate(brandId, contestId, entryId, false, body.reason());
    }

    @POST
    @Allowed({Role.MODERATOR, Role.ADMIN})
    @Path("reinstate")
    @Operation(
            summary = "Take an entry back in",
            description =
                    "Until the contest closes. The reason is published with the draw: it must hold nothing personal."
                            + " Takes the role moderator or admin.")
    @APIResponse(responseCode = "204", description = "It takes part again.")
    @APIResponse(responseCode = "409", description = "`contest-is-closed`, `contest-is-cancelled`, `entry-is-valid`")
    public Uni<Response> reinstate(
            String brandId,
            String contestId,
            String entryId,
            @RequestBody(required = false) @Nullable Reinstatement body) {
        var reason = body == null || body.reason() == null ? "" : body.reason();
        return moderate(brandId, contestId, entryId, true, reason);
    }

    private Uni<Response> moderate(String brandId, String contestId, String entryId, boolean valid, String reason) {
        var contest = Ids.valid(contestId, "contest");
        var entry = Ids.valid(entryId, "entry");
        return entries.fanOf(new ContestId(contest), new EntryId(entry))
                .chain(fanId -> answers.done(new ModerateEntry(
                        new EntryId(entry), new ContestId(contest), new BrandId(brandId), fanId, valid, reason)));
    }
}
