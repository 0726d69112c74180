package io.parvis.engagement.contest.write.cancel;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.value.Prose;
import io.parvis.edge.web.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/contests/{contestId}/cancel")
@Tag(name = "Contests")
class CancelContestResource {

    private final Answers answers;

    CancelContestResource(Answers answers) {
        this.answers = answers;
    }

    /** @param reason shown to the public; nothing personal */
    @Schema(name = "ContestCancellation")
    record Body(@NotBlank @Prose @Size(max = 2000) String reason) {}

    @POST
    @Allowed({Role.APPROVER, Role.ADMIN})
    @Operation(
            summary = "Cancel a contest",
            description = "Calls it off, for good and with a public reason, as long as it is not drawn, nor the winning"
                    + " moments of an instant win public: what was won by then stays won and can be claimed. Takes the role"
                    + " approver or admin.")
    @APIResponse(responseCode = "204", description = "It is cancelled.")
    @APIResponse(responseCode = "409", description = "`contest-already-drawn`")
    public Uni<Response> cancel(String brandId, String contestId, @NotNull Body body) {
        return answers.done(
                new CancelContest(new ContestId(Ids.valid(contestId, "contest")), new BrandId(brandId), body.reason()));
    }
}
