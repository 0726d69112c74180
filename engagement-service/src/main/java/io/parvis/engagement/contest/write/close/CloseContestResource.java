package io.parvis.engagement.contest.write.close;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/contests/{contestId}/close")
@Tag(name = "Contests")
class CloseContestResource {

    private final Answers answers;

    CloseContestResource(Answers answers) {
        this.answers = answers;
    }

    @POST
    @Allowed({Role.APPROVER, Role.ADMIN})
    @Operation(
            summary = "Close a contest",
            description =
                    "From its closing time on; it also closes by itself, within seconds. A moment later the root of"
                            + " its entries is public. Closing it again changes nothing. Takes the role approver or admin.")
    @APIResponse(responseCode = "204", description = "It is closed.")
    @APIResponse(
            responseCode = "409",
            description = "`contest-still-open` (with `closesAt`), `contest-not-published`, `contest-is-cancelled`")
    public Uni<Response> close(String brandId, String contestId) {
        return answers.done(new CloseContest(new ContestId(Ids.valid(contestId, "contest")), new BrandId(brandId)));
    }
}
