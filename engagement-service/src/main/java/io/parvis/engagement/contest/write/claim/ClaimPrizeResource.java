package io.parvis.engagement.contest.write.claim;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.json.OptionalBody;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.id.FanId;
import io.smallrye.mutiny.Uni;
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

@Path("/v1/brands/{brandId}/contests/{contestId}/winners/{rank: [0-9]{1,9}}/claim")
@Tag(name = "Contests")
class ClaimPrizeResource {

    private final Answers answers;

    ClaimPrizeResource(Answers answers) {
        this.answers = answers;
    }

    /** @param fanId who claims; where it is given, it must be the holder */
    @OptionalBody
    @Schema(name = "PrizeClaim")
    record Body(@Nullable @Size(min = 1, max = 64) String fanId) {}

    @POST
    @Allowed({Role.PARTNER, Role.MODERATOR, Role.ADMIN})
    @Operation(
            summary = "Claim a prize",
            description = "For whoever holds it, as long as they may. Claiming it again changes nothing. Takes the role"
                    + " partner, moderator or admin.")
    @APIResponse(responseCode = "204", description = "It is claimed.")
    @APIResponse(
            responseCode = "409",
            description =
                    "`prize-already-claimed` (by another), `claim-window-over` (with `claimBy`), `not-the-winner`,"
                            + " `prize-has-nobody-left`")
    public Uni<Response> claim(
            String brandId, String contestId, int rank, @RequestBody(required = false) @Nullable Body body) {
        var fanId = body == null || body.fanId() == null ? null : new FanId(Ids.valid(body.fanId(), "fan"));
        return answers.done(
                new ClaimPrize(new ContestId(Ids.valid(contestId, "contest")), new BrandId(brandId), rank, fanId));
    }
}
