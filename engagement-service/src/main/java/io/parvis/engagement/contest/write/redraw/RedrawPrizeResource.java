package io.parvis.engagement.contest.write.redraw;

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

@Path("/v1/brands/{brandId}/contests/{contestId}/winners/{rank: [0-9]{1,9}}/redraw")
@Tag(name = "Contests")
class RedrawPrizeResource {

    private final Answers answers;

    RedrawPrizeResource(Answers answers) {
        this.answers = answers;
    }

    /** @param reason it is published in the proof: nothing personal */
    @Schema(name = "PrizeRedraw")
    record Body(@NotBlank @Prose @Size(max = 2000) String reason) {}

    @POST
    @Allowed({Role.APPROVER, Role.ADMIN})
    @Operation(
            summary = "Pass a prize on",
            description =
                    "To the next alternate that no redraw has taken; to nobody where none is left, and of an instant win always: the prize lapses. The reason is"
                            + " published in the proof. A prize that is not claimed in time passes on by itself. Takes the role"
                            + " approver or admin.")
    @APIResponse(responseCode = "204", description = "It passed on.")
    @APIResponse(responseCode = "409", description = "`prize-already-claimed`, `prize-has-nobody-left`")
    @APIResponse(
            responseCode = "503",
            description = "`contest-too-large`: it has more entries than the service has memory for")
    public Uni<Response> redraw(String brandId, String contestId, int rank, @NotNull Body body) {
        return answers.done(new RedrawPrize(
                new ContestId(Ids.valid(contestId, "contest")), new BrandId(brandId), rank, body.reason(), null));
    }
}
