package io.parvis.engagement.contest.write.publish;

import io.parvis.contracts.engagement.ContestId;
import io.parvis.contracts.presence.BrandId;
import io.parvis.edge.access.Allowed;
import io.parvis.edge.access.Role;
import io.parvis.edge.value.Ids;
import io.parvis.edge.web.Answers;
import io.parvis.engagement.drawing.DrawKeys;
import io.parvis.engagement.drawing.Seed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/brands/{brandId}/contests/{contestId}/publish")
@Tag(name = "Contests")
class PublishContestResource {

    private final Answers answers;
    private final DrawKeys keys;

    PublishContestResource(Answers answers, DrawKeys keys) {
        this.answers = answers;
        this.keys = keys;
    }

    @POST
    @Allowed({Role.APPROVER, Role.ADMIN})
    @Operation(
            summary = "Publish a contest",
            description =
                    "Offers it to the public; entries are taken from its opening on. Decided with the brand's life"
                            + " in the same condition: an archived brand publishes nothing, however close the two acts are."
                            + " Publishing it again changes nothing, unless it was published before draws were committed to:"
                            + " then it commits, and only then takes entries. The first publication commits to the seed of the draw,"
                            + " which nobody can read until the contest is drawn. Takes the role approver or admin.")
    @APIResponse(responseCode = "204", description = "It is published.")
    @APIResponse(
            responseCode = "409",
            description = "`brand-is-archived`, `rules-not-yet-kept` (with `missing`), `contest-over-before-published`")
    public Uni<Response> publish(String brandId, String contestId) {
        var contest = new ContestId(Ids.valid(contestId, "contest"));
        var seed = Seed.fresh();
        return answers.done(new PublishContest(
                contest, new BrandId(brandId), seed.commitment().hex(), keys.seal(seed, contest)));
    }
}
